import type { Automaton } from './automaton.ts';

/**
 * Numbers the states that are reached from the start so that two have the same number when each can
 * be reached from the other (Tarjan 1972, without recursion); -1 for all others.
 */
export function componentsOf({ edges, starts }: Automaton): readonly number[] {
  const component = new Array<number>(edges.length).fill(-1);
  const order = new Array<number>(edges.length).fill(-1);
  const low = new Array<number>(edges.length).fill(0);
  const open: number[] = [];
  let visited = 0;
  let components = 0;
  for (const { state: start } of starts) {
    if (order[start] !== -1) continue;
    const path = [{ state: start, next: 0 }];
    for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
      const { state } = here;
      if (here.next === 0) {
        order[state] = low[state] = visited++;
        open.push(state);
      }
      const edge = edges[state]?.[here.next++];
      if (edge !== undefined) {
        if (order[edge.to] === -1) path.push({ state: edge.to, next: 0 });
        else if (component[edge.to] === -1) lower(low, state, order[edge.to]);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) lower(low, parent.state, low[state]);
      if (low[state] !== order[state]) continue;
      let member: number | undefined;
      do {
        member = open.pop();
        if (member !== undefined) component[member] = components;
      } while (member !== state);
      components++;
    }
  }
  return component;
}

function lower(low: number[], state: number, value = 0): void {
  low[state] = Math.min(low[state] ?? 0, value);
}
