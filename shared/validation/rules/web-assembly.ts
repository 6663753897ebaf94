import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const webAssembly: Rule = {
  id: 'web-assembly',
  family: 'security',
  severity: 'error',
  points: score.dangerousBuiltin,
  languages: ['javascript'],
  title: 'WebAssembly',
  explain: 'Machine code in bytes cannot be read by this check nor by a reviewer.',
  fix: 'Write the calculation in JavaScript.',
  bad: [
    { code: 'WebAssembly.compile(new Uint8Array(8));', at: 'WebAssembly' },
    { code: "const W = globalThis['Web' + 'Assembly'];", at: "globalThis['Web' + 'Assembly']" },
    { code: 'const { Module } = WebAssembly;', at: 'WebAssembly' },
  ],
  good: [
    "const text = 'WebAssembly';",
    'const table = { WebAssembly: 1 };\nconst x = table.WebAssembly;',
    "const has = typeof WebAssembly !== 'undefined';",
  ],
  check: ({ reaches }) =>
    hitsFor(
      reaches,
      ({ path, usage }) => path === 'WebAssembly' && usage !== 'test',
      () => '`WebAssembly` runs bytes that nobody can read.',
    ),
};
