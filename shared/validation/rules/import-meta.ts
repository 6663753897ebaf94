import { score } from '../score.ts';
import type { Rule } from '../rule.ts';
import { hitsFor } from '../rule.ts';

export const importMeta: Rule = {
  id: 'import-meta',
  family: 'security',
  severity: 'error',
  points: score.dangerousAttribute,
  languages: ['javascript'],
  title: 'import.meta tells where the code lies',
  explain: 'It names files of the sandbox and can resolve others.',
  fix: 'A strategy needs no file names.',
  bad: [
    { code: 'const here = import.meta.url;', at: 'import.meta.url' },
    { code: "const path = import.meta.resolve('fs');", at: 'import.meta.resolve' },
    { code: 'const { url } = import.meta;', at: 'url' },
  ],
  good: [
    "import { sma } from 'stratbox';\nsma(2);",
    "const text = 'import.meta';",
    'const data = { meta: 1 };\nconst x = data.meta;',
  ],
  check: ({ reaches }) =>
    hitsFor(
      reaches,
      ({ path }) => path.startsWith('import.meta.'),
      ({ path }) => `\`${path}\` tells about the sandbox's files.`,
    ),
};
