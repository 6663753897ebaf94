import { lastCodePoint, type CharacterSet } from './character-set.ts';

/** A set of symbols, one bit each. */
export type Symbols = bigint;

/**
 * The characters of a pattern in as few classes as it can tell apart: one symbol stands for all
 * characters that are in the same of its sets.
 */
export interface Alphabet {
  readonly symbolsOf: (set: CharacterSet) => Symbols;
  /** One character of the first of some symbols. */
  readonly characterOf: (symbols: Symbols) => string | undefined;
  /** By symbol: one character of it; undefined for the text's start and end. */
  readonly characters: readonly (string | undefined)[];
  /** All symbols that are characters. */
  readonly real: Symbols;
}

/** `sets` are all that will ever be asked for. */
export function alphabetOf(sets: Iterable<CharacterSet>): Alphabet {
  const keys = new Map<CharacterSet, string>();
  for (const set of new Set(sets)) keys.set(set, String(set));
  const unique = new Map([...keys].map(([set, key]) => [key, set]));
  const starts = startsOf(unique.values());
  const index = new Map(starts.map((start, at) => [start, at]));
  const memberships = starts.map(() => 0n);
  let bit = 1n;
  for (const set of unique.values()) {
    for (const [low, high] of set) {
      for (let at = index.get(low) ?? 0; at < starts.length && (starts[at] ?? 0) <= high; at++) {
        memberships[at] = (memberships[at] ?? 0n) | bit;
      }
    }
    bit <<= 1n;
  }
  const { characters, real, masks } = classes(unique.size, starts, memberships);
  const byKey = new Map([...unique.keys()].map((key, number) => [key, masks[number] ?? 0n]));
  return {
    symbolsOf: (set) => byKey.get(keys.get(set) ?? String(set)) ?? 0n,
    characterOf: (symbols) => characters.find((_one, bit) => (symbols >> BigInt(bit)) & 1n),
    characters,
    real,
  };
}

/** Every code point at which some set begins or has ended. */
function startsOf(sets: Iterable<CharacterSet>): number[] {
  const starts = new Set<number>();
  for (const set of sets) {
    for (const [low, high] of set) starts.add(low).add(high + 1);
  }
  return [...starts].sort((a, b) => a - b);
}

function classes(
  setCount: number,
  starts: readonly number[],
  memberships: readonly bigint[],
): Pick<Alphabet, 'characters' | 'real'> & { masks: Symbols[] } {
  const symbols = new Map<bigint, number>();
  const characters: (string | undefined)[] = [];
  let real = 0n;
  for (const [at, membership] of memberships.entries()) {
    if (membership === 0n) continue;
    const symbol = symbols.get(membership) ?? symbols.size;
    symbols.set(membership, symbol);
    const start = starts[at] ?? 0;
    if (start > lastCodePoint) continue;
    const best = readable(start, (starts[at + 1] ?? start + 1) - 1);
    if (characters[symbol] === undefined || /[\w!]/.test(best)) characters[symbol] = best;
    real |= 1n << BigInt(symbol);
  }
  const masks = Array.from({ length: setCount }, (_none, number) => {
    let mask = 0n;
    for (const [membership, symbol] of symbols) {
      if ((membership >> BigInt(number)) & 1n) mask |= 1n << BigInt(symbol);
    }
    return mask;
  });
  return { characters, real, masks };
}

/** A letter or another printable character, if there is one between these. */
function readable(low: number, high: number): string {
  for (const wanted of ['a', '0', '!', ' ']) {
    const code = wanted.charCodeAt(0);
    if (low <= code && code <= high) return wanted;
  }
  const printable = low < 33 && high >= 33 ? 33 : low;
  return String.fromCodePoint(printable);
}
