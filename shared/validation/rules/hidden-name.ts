import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

/** Names that nobody puts together from pieces for an honest reason. */
const sensitive = new Set([
  'constructor',
  '__proto__',
  'prototype',
  'eval',
  'Function',
  'process',
  'require',
  'mainModule',
  'child_process',
  'execSync',
  'binding',
  'globalThis',
  'fetch',
  'prepareStackTrace',
  'getOwnPropertyDescriptor',
  'defineProperty',
  'setPrototypeOf',
  'getPrototypeOf',
]);

export const hiddenName: Rule = {
  id: 'hidden-name',
  family: 'security',
  severity: 'error',
  points: score.dangerousAttribute,
  languages: ['javascript'],
  title: 'A telling name put together from pieces',
  explain:
    'A member like `constructor` that is spelled in pieces, reversed or decoded is meant to be overlooked.',
  fix: 'Write the member plainly, or remove it.',
  bad: [
    { code: "const f = (x) => x['const' + 'ructor'];", at: "x['const' + 'ructor']" },
    {
      code: "const k = 'ssecorp'.split('').reverse().join('');\nconst f = (x) => x[k];",
      at: 'x[k]',
    },
    { code: "const f = (x) => x[atob('X19wcm90b19f')];", at: "x[atob('X19wcm90b19f')]" },
  ],
  good: [
    "const f = (x) => x['clo' + 'se'];",
    'const f = (x) => x.constructor;',
    "const fields = ['open', 'close'];\nconst f = (bar) => fields.map((field) => bar[field]);",
  ],
  check: ({ attributes }) =>
    hitsFor(
      attributes,
      ({ name, hidden }) => hidden && sensitive.has(name),
      ({ name }) => `This spells \`${name}\`.`,
    ),
};
