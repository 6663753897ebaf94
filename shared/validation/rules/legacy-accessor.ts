import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const legacyAccessor: Rule = {
  id: 'legacy-accessor',
  family: 'security',
  severity: 'error',
  points: score.dangerousAttribute,
  languages: ['javascript'],
  title: 'Old ways to plant a getter',
  explain: '__defineGetter__ and its kin replace a value by a function that runs at every look.',
  fix: 'Write `get name() { … }` in the class.',
  bad: [
    { code: "const x = {};\nx.__defineGetter__('a', () => 1);", at: 'x.__defineGetter__' },
    { code: "const f = (x) => x.__lookupGetter__('a');", at: 'x.__lookupGetter__' },
    { code: "const f = (x) => x['__define' + 'Setter__'];", at: "x['__define' + 'Setter__']" },
  ],
  good: [
    'class A {\n  get price() {\n    return 1;\n  }\n}',
    "const text = '__defineGetter__';",
    'const x = { defineGetter: 1 };\nconst y = x.defineGetter;',
  ],
  check: ({ attributes }) =>
    hitsFor(
      attributes,
      ({ name }) => /^__(?:define|lookup)[GS]etter__$/.test(name),
      ({ name }) => `\`${name}\` hides a function behind a value.`,
    ),
};
