import type { Name } from '../facts.ts';
import { score } from '../score.ts';
import type { Hit, Rule } from '../rule.ts';
import { asRead, mixesLookAlikes } from './characters/look-alikes.ts';

export const lookAlikeName: Rule = {
  id: 'look-alike-name',
  family: 'security',
  severity: 'error',
  // The client's table has no class for this; it is scored as a dangerous attribute of the text.
  points: score.dangerousAttribute,
  languages: ['javascript', 'python'],
  title: 'A name that reads like another',
  explain:
    'Letters of other scripts are drawn like Latin ones: two names that look the same are two things, and a reviewer sees only one.',
  fix: 'Type the name anew in the letters of one script.',
  bad: [
    { code: 'const \u0441lose = 1;', at: '\u0441lose' },
    { code: 'const v\\u0430lue = 1;', at: 'v\\u0430lue' },
    {
      code: 'const copy = 1;\nconst \u0441\u043e\u0440\u0443 = 2;',
      at: '\u0441\u043e\u0440\u0443',
    },
    { code: 'const value = 1;\nconst \u03bdalue = 2;', at: '\u03bdalue' },
    { code: 'const \uff4f\uff50\uff45\uff4e = 1;', at: '\uff4f\uff50\uff45\uff4e' },
  ],
  good: [
    'const \u03c3_day = 1;\nconst \u0394t = 2;\nconst \u03b2Hat = 3;',
    'const \u0446\u0435\u043d\u0430 = 1;\nconst \u0446\u0435\u043d\u0430Close = 2;',
    "const text = '\u0441lose';",
    'const gr\u00f6\u00dfe = 1;\nconst \u4fa1\u683c = 2;',
  ],
  inPython: {
    bad: [
      { code: '\u0441lose = 1', at: '\u0441lose' },
      { code: 'value = 1\n\u03bdalue = 2', at: '\u03bdalue' },
      {
        code: 'def \u0441\u043e\u0440\u0443():\n    return 1\ncopy = 1',
        at: '\u0441\u043e\u0440\u0443',
      },
    ],
    good: ['\u03c3_day = 1\n\u03b2Hat = 3', '\u0446\u0435\u043d\u0430 = 1', "text = '\u0441lose'"],
  },
  check: ({ names }) => names.flatMap((name): Hit[] => hitOf(name, names)),
};

const isForeign = /[^\x00-\x7f]/;

function hitOf({ text, place }: Name, names: readonly Name[]): Hit[] {
  if (!isForeign.test(text)) return [];
  const read = asRead(text);
  const isTaken = read !== text && names.some((other) => other.text === read);
  if (!isTaken && !mixesLookAlikes(text)) return [];
  const message = `This name reads like \`${read}\`, but its letters are others.`;
  return [{ place, message }];
}
