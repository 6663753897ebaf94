import type { Symbols } from './alphabet.ts';
import { lowest, prefixOf, textOf, wayTo, type Attack } from './attack.ts';
import type { Automaton, Edge } from './automaton.ts';
import { afterRounds, failingText } from './failing-text.ts';

/** Two places that one text can lead to, and how it came to them. */
interface Pair {
  readonly a: number;
  readonly b: number;
  /** The state where the ways parted. */
  readonly parted: number;
  readonly before: Pair | undefined;
  readonly symbol: Symbols;
}

const mostPairs = 30_000;
const mostTries = 10;

/**
 * A text that a loop of the pattern can match in two ways: each round doubles the ways, and when
 * what follows fails, backtracking tries them all. The search walks pairs of states that read the
 * same text until they meet again (exponential ambiguity; Weideman, van der Merwe, Berglund, Watson,
 * "Analyzing matching time behavior of backtracking regular expression matchers by using ambiguity
 * of NFA", 2016; with a failing text as in Wüstholz et al., "Static detection of DoS vulnerabilities
 * in programs that use regular expressions", 2017).
 */
export function exponentialAttack(
  automaton: Automaton,
  components: readonly number[],
): Attack | undefined {
  const inside = (state: number): Edge[] =>
    (automaton.edges[state] ?? []).filter(
      ({ to }) => components[to] === components[state] && components[to] !== -1,
    );
  const loops = automaton.edges.map((_edges, state) => inside(state));
  const queue: Pair[] = [];
  const seen = new Set<number>();
  let tries = 0;
  const visit = (pair: Pair): Attack | undefined => {
    if (pair.a === pair.b)
      return tries++ < mostTries ? confirm(automaton, components, pair) : undefined;
    const key = Math.min(pair.a, pair.b) * loops.length + Math.max(pair.a, pair.b);
    if (seen.has(key) || seen.size > mostPairs) return undefined;
    seen.add(key);
    queue.push(pair);
    return undefined;
  };
  for (const [state, edges] of loops.entries()) {
    for (const [index, one] of edges.entries()) {
      for (const other of edges.slice(index + 1)) {
        const symbol = lowest(one.symbols & other.symbols & automaton.real);
        if (symbol === 0n) continue;
        const attack = visit({ a: one.to, b: other.to, parted: state, before: undefined, symbol });
        if (attack !== undefined) return attack;
      }
    }
  }
  for (const pair of queue) {
    for (const one of loops[pair.a] ?? []) {
      for (const other of loops[pair.b] ?? []) {
        const symbol = lowest(one.symbols & other.symbols & automaton.real);
        if (symbol === 0n) continue;
        const { parted } = pair;
        const attack = visit({ a: one.to, b: other.to, parted, before: pair, symbol });
        if (attack !== undefined) return attack;
      }
    }
  }
  return undefined;
}

/** Goes round from where the ways parted, by where they met, and asks whether the rest can fail. */
function confirm(
  automaton: Automaton,
  components: readonly number[],
  { a: met, parted, before, symbol }: Pair,
): Attack | undefined {
  const pump = [symbol];
  for (let pair = before; pair !== undefined; pair = pair.before) pump.unshift(pair.symbol);
  const back = wayTo(automaton, [met], parted, (to) => components[to] === components[parted]);
  if (back === undefined) return undefined;
  pump.push(...back);
  const states = afterRounds(automaton, parted, pump);
  const suffix = states && failingText(automaton, states);
  if (suffix === undefined) return undefined;
  return { prefix: prefixOf(automaton, parted), pump: textOf(automaton, pump), suffix };
}
