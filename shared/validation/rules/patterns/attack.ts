import type { Symbols } from './alphabet.ts';
import type { Automaton } from './automaton.ts';
import { afterRounds, afterText, failingText } from './failing-text.ts';

/** A text on which a pattern tries nearly all its ways: `prefix`, `pump` again and again, `suffix`. */
export interface Attack {
  readonly prefix: string;
  readonly pump: string;
  readonly suffix: string;
}

export const lowest = (symbols: Symbols): Symbols => symbols & -symbols;

/**
 * The text that leads to a state, goes round from there, and then fails, so that every way is tried.
 * Undefined where some way of the whole pattern succeeds: the first that does ends the search.
 */
export function attackAt(
  automaton: Automaton,
  state: number,
  pump: readonly Symbols[],
): Attack | undefined {
  const way = wayFromStart(automaton, state);
  const arrived = way && afterText(automaton, new Set([way.start]), way.symbols);
  const states = arrived && afterRounds(automaton, arrived, pump);
  const suffix = states && failingText(automaton, states);
  if (way === undefined || suffix === undefined) return undefined;
  return { prefix: way.text, pump: textOf(automaton, pump), suffix };
}

export function textOf({ characters }: Automaton, symbols: readonly Symbols[]): string {
  return symbols.map((symbol) => characters[symbol.toString(2).length - 1] ?? '').join('');
}

/** A shortest way from the match's beginning to a state. */
export function wayFromStart(
  automaton: Automaton,
  state: number,
): { start: number; symbols: Symbols[]; text: string } | undefined {
  for (const { state: start, before } of automaton.starts) {
    const symbols = wayTo(automaton, start, state);
    if (symbols) return { start, symbols, text: before + textOf(automaton, symbols) };
  }
  return undefined;
}

/** The symbols of a shortest way from one state to another, within `allowed` states. */
export function wayTo(
  automaton: Automaton,
  from: number,
  to: number,
  allowed: (state: number) => boolean = () => true,
): Symbols[] | undefined {
  const steps = new Map<number, { from: number; symbol: Symbols } | undefined>([[from, undefined]]);
  const queue = [from];
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
