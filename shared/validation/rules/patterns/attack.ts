import type { Symbols } from './alphabet.ts';
import type { Automaton } from './automaton.ts';

/** A text on which a pattern tries nearly all its ways: `prefix`, `pump` again and again, `suffix`. */
export interface Attack {
  readonly prefix: string;
  readonly pump: string;
  readonly suffix: string;
}

export const lowest = (symbols: Symbols): Symbols => symbols & -symbols;

export function textOf(automaton: Automaton, symbols: readonly Symbols[]): string {
  return symbols
    .map((symbol) => automaton.characters[symbol.toString(2).length - 1] ?? '')
    .join('');
}

/** The symbols of a shortest way from some states to another, within `allowed` states. */
export function wayTo(
  automaton: Automaton,
  from: readonly number[],
  to: number,
  allowed: (state: number) => boolean = () => true,
): Symbols[] | undefined {
  const steps = new Map<number, { from: number; symbol: Symbols } | undefined>();
  const queue = [...from];
  for (const state of from) steps.set(state, undefined);
  for (const state of queue) {
    if (state === to) break;
    for (const edge of automaton.edges[state] ?? []) {
      if (steps.has(edge.to) || !allowed(edge.to)) continue;
      steps.set(edge.to, { from: state, symbol: lowest(edge.symbols) });
      queue.push(edge.to);
    }
  }
  if (!steps.has(to)) return undefined;
  const symbols: Symbols[] = [];
  for (let step = steps.get(to); step !== undefined; step = steps.get(step.from)) {
    symbols.push(step.symbol);
  }
  return symbols.reverse();
}

/** The text that leads from the match's beginning to a state. */
export function prefixOf(automaton: Automaton, state: number): string {
  return textOf(automaton, wayTo(automaton, automaton.starts, state) ?? []);
}
