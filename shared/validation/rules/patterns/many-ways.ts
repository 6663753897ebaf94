import { textOf, wayFromStart, type Attack } from './attack.ts';
import type { Automaton, Edge } from './automaton.ts';
import { after, afterText, failingText } from './failing-text.ts';

/** A text of this length is short; so many ways through it take about a second. */
const shortText = 40;
/** With fewer places to choose at, a short text has not so many ways unless a loop doubles them. */
const leastChoices = 9;
const longText = 100;
const tooManyWays = 1e8;

/**
 * A short text of one repeated character that the pattern can begin to match in very many ways.
 * This finds what no loop shows: `(?:a?){30}a{30}`, ten repetitions in a row.
 */
export function manyWays(automaton: Automaton, components: readonly number[]): Attack | undefined {
  for (const [index, character] of automaton.characters.entries()) {
    if (character === undefined) continue;
    const symbol = 1n << BigInt(index);
    const counts = countWays(automaton, symbol);
    const crowded = [...counts.entries()]
      .filter(([state, ways]) => components[state] !== -1 && Math.max(...ways) >= tooManyWays)
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
  const counts = edges.map(() => [1]);
  const used = [...edges.entries()]
    .map(([state, list]) => ({ state, to: targets(list, symbol) }))
    .filter(({ to }) => to.length > 0);
  const choices = used.reduce((sum, { to }) => sum + to.length - 1, 0);
  if (choices < leastChoices) return counts;
  let isReadable = true;
  for (let length = 1; length <= shortText && isReadable; length++) {
    isReadable = false;
    for (const { state, to } of used) {
      let ways = 0;
      for (const target of to) ways += counts[target]?.[length - 1] ?? 0;
      counts[state]?.push(ways);
      isReadable ||= ways > 0;
    }
  }
  return counts;
}

const targets = (edges: readonly Edge[], symbol: bigint): number[] =>
  edges.filter(({ symbols }) => symbols & symbol).map(({ to }) => to);

function confirm(
  automaton: Automaton,
  symbol: bigint,
  state: number,
  ways: readonly number[],
): Attack | undefined {
  const way = wayFromStart(automaton, state);
  if (way === undefined) return undefined;
  let states = afterText(automaton, new Set([way.start]), way.symbols);
  let best: { length: number; suffix: string } | undefined;
  let tried = 0;
  for (let length = 0; states !== undefined && length <= longText; length++) {
    tried += ways[length] ?? 0;
    const suffix = tried >= tooManyWays ? failingText(automaton, states) : undefined;
    // The longest, because an engine sees at once that a text is shorter than any match.
    if (suffix !== undefined) best = { length, suffix };
    states = after(automaton, states, symbol);
  }
  if (best === undefined) return undefined;
  const text = textOf(automaton, [symbol]).repeat(best.length);
  return { prefix: way.text + text, pump: '', suffix: best.suffix };
}
