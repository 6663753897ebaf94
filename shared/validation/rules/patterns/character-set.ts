/** Character codes from 0 to 127; 128 stands for all others. */
export type CharacterSet = ReadonlySet<number>;

const last = 128;

function where(matches: (code: number) => boolean): CharacterSet {
  const set = new Set<number>();
  for (let code = 0; code <= last; code++) if (matches(code)) set.add(code);
  return set;
}

const digits = where((code) => code >= 48 && code <= 57);
const spaces = where((code) => code === 32 || (code >= 9 && code <= 13) || code === last);
const words = where((code) => /\w/.test(String.fromCharCode(code)));

export const everything = where(() => true);
export const nothing = where(() => false);
export const anyButLineEnds = where((code) => code !== 10 && code !== 13);

export const only = (character: string): CharacterSet =>
  new Set([Math.min(character.charCodeAt(0), last)]);

export const without = (set: CharacterSet): CharacterSet => where((code) => !set.has(code));

export function overlaps(a: CharacterSet, b: CharacterSet): boolean {
  for (const code of a) if (b.has(code)) return true;
  return false;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v' };

/** What `\d`, `\W`, `\n` or `\.` matches; anchors match nothing. */
export function escaped(letter: string): CharacterSet {
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
    case 'p':
    case 'P':
      return everything;
    default:
      return only(escapes[letter] ?? letter);
  }
}

export function range(from: string, to: string): CharacterSet {
  const [low, high] = [from.charCodeAt(0), to.charCodeAt(0)];
  return where((code) => (code === last ? high >= last : code >= low && code <= high));
}
