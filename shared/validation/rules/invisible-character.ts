import { score } from '../score.ts';
import type { Rule } from '../rule.ts';
import {
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
  ],
  good: [
    '\ufeffconst x = 1;',
    "const family = '\ud83d\udc68\u200d\ud83d\udc69';",
    "const text = '\\u200b';",
  ],
  check: ({ source }) =>
    findCharacters(source, invisibleCharacters)
      .filter(isSuspicious)
      .map(({ place, code }) => ({ place, message: `${code} is here, and nobody can see it.` })),
};
