import type { Symbols } from './alphabet.ts';
import { attackAt, lowest, wayTo, type Attack } from './attack.ts';
import type { Automaton, Edge } from './automaton.ts';

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
  const loops = automaton.edges.map((edges, state) =>
    edges.filter(({ to }) => components[to] === components[state] && components[to] !== -1),
  );
  const queue: Pair[] = [];
  const seen = new Set<number>();
  let tries = 0;
  const step = (one: Edge, other: Edge, parted: number, before?: Pair): Attack | undefined => {
    let symbols = one.symbols & other.symbols & automaton.real;
    if (symbols === 0n) return undefined;
    const [a, b] = [Math.min(one.to, other.to), Math.max(one.to, other.to)];
    if (a !== b) {
      const key = a * loops.length + b;
      if (seen.has(key) || seen.size > mostPairs) return undefined;
      seen.add(key);
      queue.push({ a, b, parted, before, symbol: lowest(symbols) });
      return undefined;
    }
    // They have met: one symbol may let the match succeed where another makes it fail.
    for (; symbols !== 0n && tries < mostTries; symbols &= symbols - 1n, tries++) {
      const pair = { a, b, parted, before, symbol: lowest(symbols) };
      const attack = confirm(automaton, components, pair);
      if (attack !== undefined) return attack;
    }
    return undefined;
  };
  for (const [state, [one, other]] of partings(loops)) {
    const attack = step(one, other, state);
    if (attack !== undefined) return attack;
  }
  for (const pair of queue) {
    for (const one of loops[pair.a] ?? []) {
      for (const other of loops[pair.b] ?? []) {
        const attack = step(one, other, pair.parted, pair);
        if (attack !== undefined) return attack;
      }
    }
  }
  return undefined;
}

/** Every two edges of one state. The ends of many alternatives lead on alike: one of them is enough. */
function* partings(loops: readonly Edge[][]): Generator<[number, [Edge, Edge]]> {
  const seen = new Set<string>();
  for (const [state, edges] of loops.entries()) {
    if (edges.length < 2) continue;
    const key = edges.map(({ to, symbols }) => `${to}:${symbols}`).join();
    if (seen.has(key)) continue;
    seen.add(key);
    for (const [index, one] of edges.entries()) {
      for (const other of edges.slice(index + 1)) yield [state, [one, other]];
    }
  }
}

/** Goes round from where the ways parted, by where they met, and asks whether the rest can fail. */
function confirm(
  automaton: Automaton,
  components: readonly number[],
  { a: met, parted, before, symbol }: Pair,
): Attack | undefined {
  const pump = [symbol];
  for (let pair = before; pair !== undefined; pair = pair.before) pump.unshift(pair.symbol);
  const back = wayTo(automaton, met, parted, (to) => components[to] === components[parted]);
  return back && attackAt(automaton, parted, [...pump, ...back]);
}
