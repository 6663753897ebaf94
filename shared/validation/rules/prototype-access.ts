import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const prototypeAccess: Rule = {
  id: 'prototype-access',
  family: 'security',
  severity: 'error',
  points: score.dangerousAttribute,
  languages: ['javascript'],
  title: '__proto__ reaches the prototype',
  explain:
    'Through __proto__ one object changes what all objects inherit, and leads on to the class of all functions.',
  fix: 'Use a class with `extends`, or Object.create(null) for a plain table.',
  bad: [
    { code: 'const x = {};\nx.__proto__.admin = true;', at: 'x.__proto__' },
    { code: "const p = []['__pro' + 'to__'];", at: "[]['__pro' + 'to__']" },
    { code: 'const table = { __proto__: base };\nfunction base() {}', at: '__proto__' },
  ],
  good: [
    'const table = { __proto__: null };',
    "const text = '__proto__';",
    "const safe = (key) => key !== '__proto__';",
  ],
  check: ({ attributes }) =>
    hitsFor(
      attributes,
      ({ name }) => name === '__proto__',
      () => '`__proto__` leads to what all objects of this kind share.',
    ),
};
