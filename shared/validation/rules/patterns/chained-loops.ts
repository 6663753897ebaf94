import type { Symbols } from './alphabet.ts';
import { attackAt, lowest, type Attack } from './attack.ts';
import type { Automaton } from './automaton.ts';

/** Two, as in `\s*(.*?)\s*`, are common and seldom meet a long run; the third makes the work cubic. */
const manyLoops = 3;

/**
 * `\s*\w*\s*\w*\s*,`: one repetition again and again, with nothing between that must be there. A run of
 * its characters is shared out among them in every way before the match fails, so the work grows with a
 * power of the run's length. (Weideman et al., "Analyzing Matching Time Behavior of Backtracking Regular
 * Expression Matchers", 2016: a chain of loops that is infinitely ambiguous.)
 */
export function chainedLoops(automaton: Automaton): Attack | undefined {
  const loops = automaton.edges.map(
    (edges, state) => (edges.find(({ to }) => to === state)?.symbols ?? 0n) & automaton.real,
  );
  for (const loop of repeated(loops)) {
    const lengths = new Map<number, number>();
    for (const [state, own] of loops.entries()) {
      if (own !== loop || longestFrom(automaton, state, loop, loops, lengths) < manyLoops) continue;
      const attack = attackAt(automaton, state, [lowest(loop)]);
      if (attack !== undefined) return attack;
    }
  }
  return undefined;
}

/** What is looped over so often that it can be a chain. */
function repeated(loops: readonly Symbols[]): Symbols[] {
  const counts = new Map<Symbols, number>();
  for (const loop of loops) if (loop !== 0n) counts.set(loop, (counts.get(loop) ?? 0) + 1);
  return [...counts].flatMap(([loop, count]) => (count < manyLoops ? [] : [loop]));
}

/** How many times this very loop follows itself, with nothing but loops that share a character between. */
function longestFrom(
  automaton: Automaton,
  state: number,
  loop: Symbols,
  loops: readonly Symbols[],
  lengths: Map<number, number>,
): number {
  const known = lengths.get(state);
  if (known !== undefined) return known;
  // A way that comes back to itself adds nothing: circles are judged elsewhere.
  lengths.set(state, 0);
  let longest = 0;
  for (const { to } of automaton.edges[state] ?? []) {
    const isChain = to !== state && ((loops[to] ?? 0n) & lowest(loop)) !== 0n;
    if (isChain) longest = Math.max(longest, longestFrom(automaton, to, loop, loops, lengths));
  }
  const length = longest + (loops[state] === loop ? 1 : 0);
  lengths.set(state, length);
  return length;
}
