import { only, union, without, type CharacterSet, type Range } from './character-set.ts';

const rangesOf = (text: string): CharacterSet =>
  union(
    ...text.split(' ').map((part): CharacterSet => {
      const [low = 0, high = low] = part.split('-').map((code) => parseInt(code, 16));
      return [[low, high]];
    }),
  );

export const digits = rangesOf('30-39');
export const words = rangesOf('30-39 41-5a 5f 61-7a');
export const spaces = rangesOf('9-d 20 a0 1680 2000-200a 2028 2029 202f 205f 3000 feff');
export const lineEnds = rangesOf('a d 2028 2029');

const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, 0: 0 };

/** What `\d`, `\W`, `\n` or `\.` matches. */
export function escapedSet(letter: string): CharacterSet {
  switch (letter) {
    case 'd':
      return digits;
    case 'D':
      return without(digits);
    case 's':
      return spaces;
    case 'S':
      return without(spaces);
    case 'w':
      return words;
    case 'W':
      return without(words);
    default:
      return only(controls[letter] ?? letter.codePointAt(0) ?? 0);
  }
}

const known = new Map<string, CharacterSet>();
let allCharacters: string | undefined;

/**
 * `\p{L}`: the language's own engine is asked once, over the characters of the first plane. Those
 * beyond are left out, so that two properties never seem to share what they may not share.
 */
export function propertySet(escape: string): CharacterSet | undefined {
  const found = known.get(escape);
  if (found !== undefined) return found;
  if (!/^\\[pP]\{[\w=]{1,60}\}$/.test(escape)) return undefined;
  allCharacters ??= everyCharacter();
  const ranges: Range[] = [];
  try {
    for (const { index, 0: text } of allCharacters.matchAll(new RegExp(`${escape}+`, 'gu'))) {
      const skipped = index >= firstSurrogate ? surrogates : 0;
      ranges.push([index + skipped, index + skipped + text.length - 1]);
    }
  } catch {
    // No such property: the pattern would throw when it runs.
    return undefined;
  }
  const set = union(ranges);
  known.set(escape, set);
  return set;
}

const firstSurrogate = 0xd800;
const surrogates = 0x800;

function everyCharacter(): string {
  let text = '';
  for (let code = 0; code <= 0xffff; code++) {
    if (code < firstSurrogate || code >= firstSurrogate + surrogates) {
      text += String.fromCharCode(code);
    }
  }
  return text;
}

/** The set with the other case of its letters, for the `i` flag. */
export function inBothCases(set: CharacterSet): CharacterSet {
  const other: Range[] = [];
  for (const [low, high] of set) {
    // Wider ranges hold both cases of nearly all their letters.
    for (let code = low; code <= Math.min(high, low + widest); code++) {
      const character = String.fromCodePoint(code);
      for (const folded of [character.toLowerCase(), character.toUpperCase()]) {
        const foldedCode = folded.codePointAt(0) ?? code;
        const isOne = folded.length === String.fromCodePoint(foldedCode).length;
        if (isOne && foldedCode !== code) other.push([foldedCode, foldedCode]);
      }
    }
  }
  return other.length === 0 ? set : union(set, other);
}

const widest = 2_000;
