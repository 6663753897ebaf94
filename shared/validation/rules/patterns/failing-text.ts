import type { Symbols } from './alphabet.ts';
import type { Automaton } from './automaton.ts';

type States = ReadonlySet<number>;

const mostSets = 200;
const mostRounds = 12;

/**
 * A text behind which no way on from these states ends the match, so that all of them are tried.
 * Undefined where some way always succeeds: the first that does ends the search.
 */
export function failingText(automaton: Automaton, states: States): string | undefined {
  const queue: { states: States; text: string }[] = [{ states, text: '' }];
  const seen = new Set([keyOf(states)]);
  for (const { states: here, text } of queue) {
    if (!accepts(automaton, here, automaton.end)) return text;
    for (const [symbol, character] of automaton.characters.entries()) {
      if (character === undefined) continue;
      const next = after(automaton, here, 1n << BigInt(symbol));
      if (next === undefined) continue;
      // A character that the pattern does not know fits as well as the end.
      if (next.size === 0) return text + character;
      const key = keyOf(next);
      if (seen.has(key) || seen.size >= mostSets) continue;
      seen.add(key);
      queue.push({ states: next, text: text + character });
    }
  }
  return undefined;
}

/** Where one symbol leads; undefined when the match can end before it. */
export function after(automaton: Automaton, states: States, symbol: Symbols): States | undefined {
  if (accepts(automaton, states, symbol)) return undefined;
  const next = new Set<number>();
  for (const state of states) {
    for (const edge of automaton.edges[state] ?? []) if (edge.symbols & symbol) next.add(edge.to);
  }
  return next;
}

function accepts(automaton: Automaton, states: States, symbol: Symbols): boolean {
  for (const state of states) if ((automaton.accepts[state] ?? 0n) & symbol) return true;
  return false;
}

const keyOf = (states: States): string => [...states].sort((a, b) => a - b).join(' ');

/** Where a text leads; undefined when the match can end on the way. */
export function afterText(
  automaton: Automaton,
  states: States,
  text: readonly Symbols[],
): States | undefined {
  let here = states;
  for (const symbol of text) {
    const next = after(automaton, here, symbol);
    if (next === undefined) return undefined;
    here = next;
  }
  return here;
}

/** Where a text leads that is repeated until more rounds change nothing. */
export function afterRounds(
  automaton: Automaton,
  states: States,
  pump: readonly Symbols[],
): States | undefined {
  let here = states;
  let key = keyOf(here);
  for (let round = 0; round < mostRounds; round++) {
    const next = afterText(automaton, here, pump);
    if (next === undefined) return undefined;
    here = next;
    const before = key;
    key = keyOf(here);
    if (key === before) break;
  }
  return here;
}
