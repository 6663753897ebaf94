import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

const telling = /^Symbol\.(?:species|unscopables)$/;

export const species: Rule = {
  id: 'species',
  family: 'security',
  severity: 'error',
  points: score.dangerousAttribute,
  languages: ['javascript'],
  title: 'Symbols that change built-in behaviour',
  explain:
    'Symbol.species and Symbol.unscopables let an object decide what built-in methods and names make of it, and so hand foreign objects to the engine.',
  fix: 'Use plain arrays and objects.',
  bad: [
    {
      code: 'class A extends Array {\n  static get [Symbol.species]() {\n    return Object;\n  }\n}',
      at: 'Symbol.species',
    },
    { code: 'const { species } = Symbol;', at: 'species' },
    { code: "const s = Symbol['spec' + 'ies'];", at: "Symbol['spec' + 'ies']" },
  ],
  good: [
    'const species = 1;',
    "class A {\n  get [Symbol.toStringTag]() {\n    return 'A';\n  }\n}",
    'class B {\n  static [Symbol.hasInstance](x) {\n    return x > 1;\n  }\n}',
    'class Bag {\n  *[Symbol.iterator]() {\n    yield 1;\n  }\n}',
    "const key = Symbol('species');",
  ],
  check: ({ reaches }) =>
    hitsFor(
      reaches,
      ({ path }) => telling.test(path),
      ({ path }) => `\`${path}\` changes how built-in methods treat an object.`,
    ),
};
