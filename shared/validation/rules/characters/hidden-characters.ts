import type { Place } from '../../types.ts';

/** Controls that turn the direction of text: what is read differs from what runs (CVE-2021-42574). */
const bidirectional = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';

/** Characters without a shape: joiners, fillers, soft hyphens, tags, private use of the variation kind. */
const invisible =
  '\\u00ad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200d\\u2060-\\u2064\\u206a-\\u206f\\u3164\\ufe00-\\ufe0f\\uffa0';

export const bidirectionalCharacters = new RegExp(`[${bidirectional}]`, 'gu');
export const invisibleCharacters = new RegExp(
  `[${invisible}\\ufeff]|[\\u{e0000}-\\u{e007f}\\u{e0100}-\\u{e01ef}]`,
  'gu',
);

export interface HiddenCharacter {
  readonly code: string;
  readonly place: Place;
  readonly before: string;
  readonly after: string;
}

/** `U+202E`. */
export const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Every match of a pattern for single characters, with its place. Linear in the text. */
export function findCharacters(source: string, pattern: RegExp): HiddenCharacter[] {
  const found: HiddenCharacter[] = [];
  // Nearly every text has none, and a walk over matches is slow to begin.
  if (source.search(pattern) < 0) return found;
  let line = 1;
  let lineStart = 0;
  let scanned = 0;
  for (const match of source.matchAll(pattern)) {
    const { index } = match;
    for (; scanned < index; scanned++) {
      if (isLineEnd(source, scanned)) {
        line++;
        lineStart = scanned + 1;
      }
    }
    const [character] = match;
    const column = index - lineStart + 1;
    found.push({
      code: codeOf(character),
      place: { line, column, endLine: line, endColumn: column + character.length },
      before: source.charAt(index - 1),
      after: source.charAt(index + character.length),
    });
  }
  return found;
}

/** The language's four line ends; a carriage return before a line feed is part of it. */
function isLineEnd(source: string, index: number): boolean {
  const code = source.charCodeAt(index);
  if (code === 13) return source.charCodeAt(index + 1) !== 10;
  return code === 10 || code === 0x2028 || code === 0x2029;
}
