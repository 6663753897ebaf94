import { alphabetOf, type Symbols } from './alphabet.ts';
import { everywhere, textEnd, textStart } from './character-set.ts';
import type { Places } from './fragments.ts';

/** A pattern as a machine that reads one symbol at each step; each edge is a way of its own. */
export interface Automaton {
  readonly edges: readonly (readonly Edge[])[];
  /** By state: symbols before which the match may end here. */
  readonly accepts: readonly Symbols[];
  /** Where the match can begin, and a character that must stand before it. */
  readonly starts: readonly { readonly state: number; readonly before: string }[];
  /** By symbol: one of its characters. */
  readonly characters: readonly (string | undefined)[];
  readonly end: Symbols;
  readonly real: Symbols;
  /** The states of a place. */
  readonly statesOf: (place: number) => readonly number[];
}

export interface Edge {
  readonly to: number;
  readonly symbols: Symbols;
}

/**
 * A state is a place and what was read there, as far as `^`, `\b` and looks behind ask for it.
 * So every edge that is there can be taken, and none is taken that the pattern forbids.
 */
export function automatonOf({ sets, ways, ends }: Places): Automaton {
  const guards = [...ways.flat().map(({ guard }) => guard), ...ends.flat()];
  const alphabet = alphabetOf([
    everywhere,
    textStart,
    textEnd,
    ...sets,
    ...guards.flatMap(({ before, after }) => [before, after]),
  ]);
  const cells = sets.map((set, place) => {
    const asked = [...(ways[place] ?? []).map(({ guard }) => guard), ...(ends[place] ?? [])];
    const demands = new Set(asked.map(({ before }) => before));
    demands.delete(everywhere);
    return split(alphabet.symbolsOf(set), [...demands].map(alphabet.symbolsOf));
  });
  const states: { place: number; cell: Symbols }[] = [];
  const statesOf = cells.map((list, place) => list.map((cell) => states.push({ place, cell }) - 1));
  const all = alphabet.symbolsOf(everywhere);
  const fits = (cell: Symbols, before: Places['sets'][number]): boolean =>
    before === everywhere || (cell & alphabet.symbolsOf(before)) !== 0n;
  const edges = states.map(({ place, cell }) =>
    (ways[place] ?? []).flatMap(({ to, guard }) => {
      if (!fits(cell, guard.before)) return [];
      const after = guard.after === everywhere ? all : alphabet.symbolsOf(guard.after);
      return (statesOf[to] ?? []).flatMap((state): Edge[] => {
        const symbols = (states[state]?.cell ?? 0n) & after;
        return symbols === 0n ? [] : [{ to: state, symbols }];
      });
    }),
  );
  const accepts = states.map(({ place, cell }) =>
    (ends[place] ?? []).reduce(
      (mask, { before, after }) => (fits(cell, before) ? mask | alphabet.symbolsOf(after) : mask),
      0n,
    ),
  );
  const starts = (statesOf[0] ?? []).map((state) => {
    const cell = states[state]?.cell ?? 0n;
    const isTextStart = (cell & alphabet.symbolsOf(textStart)) !== 0n;
    return { state, before: isTextStart ? '' : (alphabet.characterOf(cell) ?? '') };
  });
  return {
    edges,
    accepts,
    starts: starts.sort((a, b) => a.before.length - b.before.length),
    characters: alphabet.characters,
    end: alphabet.symbolsOf(textEnd),
    real: alphabet.real,
    statesOf: (place) => statesOf[place] ?? [],
  };
}

/** The parts of a set that the demands tell apart. */
function split(whole: Symbols, demands: readonly Symbols[]): Symbols[] {
  let cells = [whole];
  for (const demand of demands) {
    cells = cells.flatMap((cell) => [cell & demand, cell & ~demand].filter((part) => part !== 0n));
  }
  return cells;
}
