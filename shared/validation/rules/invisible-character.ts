import { score } from '../score.ts';
import type { Name } from '../facts.ts';
import type { Hit, Rule } from '../rule.ts';
import {
  codeOf,
  findCharacters,
  invisibleCharacters,
  type HiddenCharacter,
} from './characters/hidden-characters.ts';

/** Emoji and scripts that join letters need these characters; letters and names of code do not. */
const isForeignText = (character: string): boolean => /[^\x00-\x7f]/.test(character);

const isSuspicious = ({ code, place, before, after }: HiddenCharacter): boolean => {
  const isByteOrderMark = code === 'U+FEFF' && place.line === 1 && place.column === 1;
  return !isByteOrderMark && !isForeignText(before) && !isForeignText(after);
};

export const invisibleCharacter: Rule = {
  id: 'invisible-character',
  family: 'security',
  severity: 'error',
  // The client's table has no class for this; it is scored as a dangerous attribute of the text.
  points: score.dangerousAttribute,
  languages: ['javascript', 'python'],
  title: 'A character nobody can see',
  explain:
    'A name or a text with an invisible character looks like another one: two variables that read the same, a key that is not what it seems.',
  fix: 'Delete the invisible character.',
  bad: [
    { code: 'const limit\u200d = 1;', at: '\u200d' },
    { code: "const key = 'pro\u200bcess';", at: '\u200b' },
    { code: 'const \u3164 = 1;', at: '\u3164' },
    { code: 'const caf\u00e9\ufe01 = 1;', at: 'caf\u00e9\ufe01' },
    { code: 'const stop\\u200d = 1;', at: 'stop\\u200d' },
  ],
  good: [
    '\ufeffconst x = 1;',
    "const family = '\ud83d\udc68\u200d\ud83d\udc69';",
    "const text = '\\u200b';",
  ],
  inPython: {
    bad: [
      { code: "key = 'pro\u200bcess'", at: '\u200b' },
      { code: '# a\u2060b', at: '\u2060' },
      { code: 'caf\u00e9\ufe01 = 1', at: 'caf\u00e9\ufe01' },
    ],
    good: ['\ufeffx = 1', "text = '\\u200b'", "family = '\ud83d\udc68\u200d\ud83d\udc69'"],
  },
  check: ({ source, names }) => {
    const hits = findCharacters(source, invisibleCharacters).filter(isSuspicious).map(hitAt);
    return [...hits, ...names.flatMap((name) => hitIn(name, hits))];
  },
};

const hitAt = ({ place, code }: Pick<HiddenCharacter, 'place' | 'code'>): Hit => ({
  place,
  message: `${code} is here, and nobody can see it.`,
});

/** Between two letters of a script that joins them, these two belong to the spelling. */
const joiner = /(?<=[^\x00-\x7f])[\u200c\u200d](?=[^\x00-\x7f])/g;

/** In a name, no neighbour excuses what nobody sees, and an escape hides it as well. */
function hitIn({ text, place }: Name, hits: readonly Hit[]): Hit[] {
  const [character] = text.replace(joiner, '').match(invisibleCharacters) ?? [];
  const isMarked = hits.some(
    (hit) =>
      hit.place.line === place.line &&
      hit.place.column >= place.column &&
      hit.place.column < place.endColumn,
  );
  return character === undefined || isMarked ? [] : [hitAt({ place, code: codeOf(character) })];
}
