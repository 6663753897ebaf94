import { score } from '../score.ts';
import type { Hit, Rule } from '../rule.ts';
import {
  bidirectionalCharacters,
  findCharacters,
  type HiddenCharacter,
} from './characters/hidden-characters.ts';

export const bidirectionalText: Rule = {
  id: 'bidirectional-text',
  family: 'security',
  severity: 'error',
  // The client's table has no class for this; it is scored as a dangerous attribute of the text.
  points: score.dangerousAttribute,
  languages: ['javascript', 'python'],
  title: 'Text that reads otherwise than it runs',
  explain:
    'Control characters that turn the direction of writing show a reviewer one order of words and the machine another.',
  fix: 'Delete the invisible character; write `\\u202e` if a text really needs it.',
  bad: [
    { code: '/* \u202e } if (admin) { */ f();\nfunction f() {}', at: '\u202e' },
    { code: "const text = 'a\u2066b';", at: '\u2066' },
    { code: '// ok \u200f', at: '\u200f' },
  ],
  good: [
    "const text = '\\u202e';",
    "const greeting = '\u0633\u0644\u0627\u0645';",
    '// caf\u00e9, \u65e5\u672c',
  ],
  inPython: {
    bad: [
      { code: 'x = 1 # \u202e } f()', at: '\u202e' },
      { code: "text = 'a\u2066b'", at: '\u2066' },
      { code: '# ok \u200f', at: '\u200f' },
    ],
    good: ["text = '\\u202e'", "greeting = '\u0633\u0644\u0627\u0645'", '# caf\u00e9'],
  },
  check: ({ source }) => {
    // One trick takes several characters: a line counts once.
    const lines = new Map<number, HiddenCharacter[]>();
    for (const found of findCharacters(source, bidirectionalCharacters)) {
      const { line } = found.place;
      lines.set(line, [...(lines.get(line) ?? []).slice(0, 2), found]);
    }
    return [...lines.values()].flatMap(([first, second]): Hit[] => {
      if (first === undefined) return [];
      const what = second === undefined ? `${first.code} turns` : `${first.code} and more turn`;
      const message = `${what} the direction of the text: it reads otherwise than it runs.`;
      return [{ place: first.place, message }];
    });
  },
};
