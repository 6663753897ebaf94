import { prefixOf, textOf, type Attack } from './attack.ts';
import type { Automaton } from './automaton.ts';
import { after, failingText } from './failing-text.ts';

/** A text of this length is short; so many ways through it take about a second. */
const shortText = 40;
const tooManyWays = 1e8;

/**
 * A short text of one repeated character that the pattern can begin to match in very many ways.
 * This finds what no loop shows: `(?:a?){30}a{30}`, ten repetitions in a row.
 */
export function manyWays(automaton: Automaton): Attack | undefined {
  for (const [index, character] of automaton.characters.entries()) {
    if (character === undefined) continue;
    const symbol = 1n << BigInt(index);
    const counts = countWays(automaton, symbol);
    const crowded = [...counts.entries()]
      .filter(([, ways]) => Math.max(...ways) >= tooManyWays)
      .slice(0, 3);
    for (const [state, ways] of crowded) {
      const attack = confirm(automaton, symbol, state, ways);
      if (attack !== undefined) return attack;
    }
  }
  return undefined;
}

/** By state and length: the ways to read so many of the symbol from there. */
function countWays({ edges }: Automaton, symbol: bigint): number[][] {
  const used = edges.map((list) => list.filter(({ symbols }) => symbols & symbol));
  const counts = edges.map(() => [1]);
  for (let length = 1; length <= shortText; length++) {
    for (const [state, list] of used.entries()) {
      let ways = 0;
      for (const { to } of list) ways += counts[to]?.[length - 1] ?? 0;
      counts[state]?.push(ways);
    }
  }
  return counts;
}

function confirm(
  automaton: Automaton,
  symbol: bigint,
  state: number,
  ways: readonly number[],
): Attack | undefined {
  let states: ReadonlySet<number> | undefined = new Set([state]);
  let best: { length: number; count: number; suffix: string } | undefined;
  for (const [length, count] of ways.entries()) {
    if (states === undefined) break;
    if (count >= (best?.count ?? tooManyWays)) {
      const suffix = failingText(automaton, states);
      if (suffix !== undefined) best = { length, count, suffix };
    }
    states = after(automaton, states, symbol);
  }
  if (best === undefined) return undefined;
  const text = textOf(automaton, [symbol]).repeat(best.length);
  return { prefix: prefixOf(automaton, state) + text, pump: '', suffix: best.suffix };
}
