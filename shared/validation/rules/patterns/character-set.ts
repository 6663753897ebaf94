/** First and last code point, both included. */
export type Range = readonly [low: number, high: number];

/**
 * Code points as sorted ranges that do not touch. Two further "code points" stand for the text's
 * start and end, so that `^` and `$` are sets like any other.
 */
export type CharacterSet = readonly Range[];

export const lastCodePoint = 0x10ffff;
const start = lastCodePoint + 1;
const end = lastCodePoint + 2;

export const nothing: CharacterSet = [];
/** Every character, and the text's start and end. */
export const everywhere: CharacterSet = [[0, end]];
export const anyCharacter: CharacterSet = [[0, lastCodePoint]];
export const textStart: CharacterSet = [[start, start]];
export const textEnd: CharacterSet = [[end, end]];

/** What a back-reference to a text of unknown length reads: no character is in it. */
export const unknowable: CharacterSet = [[end + 1, end + 1]];

export const only = (code: number): CharacterSet => [[code, code]];

export function union(...sets: readonly CharacterSet[]): CharacterSet {
  const [first = nothing, ...others] = sets;
  if (others.length === 0) return first;
  const merged: [number, number][] = [];
  for (const [low, high] of sets.flat().sort(([a], [b]) => a - b)) {
    const before = merged.at(-1);
    if (before !== undefined && low <= before[1] + 1) before[1] = Math.max(before[1], high);
    else merged.push([low, high]);
  }
  return merged;
}

export function intersection(a: CharacterSet, b: CharacterSet): CharacterSet {
  if (a === everywhere) return b;
  if (b === everywhere) return a;
  const common: Range[] = [];
  let [i, j] = [0, 0];
  for (let left = a[i], right = b[j]; left && right; left = a[i], right = b[j]) {
    const [low, high] = [Math.max(left[0], right[0]), Math.min(left[1], right[1])];
    if (low <= high) common.push([low, high]);
    if (left[1] < right[1]) i++;
    else j++;
  }
  return common;
}

/** All else, the text's start and end included. */
export function outside(set: CharacterSet): CharacterSet {
  const rest: Range[] = [];
  let next = 0;
  for (const [low, high] of set) {
    if (low > next) rest.push([next, low - 1]);
    next = high + 1;
  }
  if (next <= end) rest.push([next, end]);
  return rest;
}

/** All other characters. */
export const without = (set: CharacterSet, of: CharacterSet = anyCharacter): CharacterSet =>
  intersection(outside(set), of);
