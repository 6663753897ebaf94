import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

const walks = /^Object\.(?:getPrototypeOf|setPrototypeOf)$|\.isPrototypeOf$/;

export const prototypeWalk: Rule = {
  id: 'prototype-walk',
  family: 'security',
  severity: 'warning',
  points: score.reflection,
  languages: ['javascript'],
  title: 'A walk along prototypes',
  explain: 'From prototype to prototype one reaches the classes of all functions and objects.',
  fix: 'Use `instanceof` or a field of your own to tell kinds apart.',
  bad: [
    { code: 'const p = Object.getPrototypeOf([]);', at: 'Object.getPrototypeOf' },
    { code: 'const { setPrototypeOf } = Object;', at: 'setPrototypeOf' },
    { code: "const f = Object['getProto' + 'typeOf'];", at: "Object['getProto' + 'typeOf']" },
  ],
  good: [
    'const isList = [] instanceof Array;',
    "const text = 'Object.getPrototypeOf';",
    'const tree = { getPrototypeOf: () => 1 };\ntree.getPrototypeOf();',
  ],
  check: ({ reaches }) =>
    hitsFor(
      reaches,
      ({ path }) => walks.test(path),
      ({ path }) => `\`${path}\` leads to what all objects share.`,
    ),
};
