import { score } from '../score.ts';
import type { Call } from '../facts.ts';
import { hitsFor, type Rule } from '../rule.ts';

const walks = /^Object\.(?:getPrototypeOf|setPrototypeOf)$|\.isPrototypeOf$/;

/** Own classes set the prototypes of their instances; comparing a prototype hands nothing on. */
function isHarmless({ path, usage, arguments: [target, parent] }: Call): boolean {
  if (path === 'Object.getPrototypeOf') return usage === 'test';
  return path === 'Object.setPrototypeOf' && target?.isOwn === true && parent?.isOwn === true;
}

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
    { code: 'const p = Object.getPrototypeOf([]);', at: 'Object.getPrototypeOf([])' },
    { code: 'const { setPrototypeOf } = Object;', at: 'setPrototypeOf' },
    { code: "const f = Object['getProto' + 'typeOf'];", at: "Object['getProto' + 'typeOf']" },
  ],
  good: [
    'const isList = [] instanceof Array;',
    'class MyError extends Error {\n  constructor() {\n    super();\n    Object.setPrototypeOf(this, MyError.prototype);\n  }\n}',
    'const isPlain = (x) => Object.getPrototypeOf(x) === Object.prototype;',
    "const text = 'Object.getPrototypeOf';",
    'const tree = { getPrototypeOf: () => 1 };\ntree.getPrototypeOf();',
  ],
  check: ({ reaches, calls }) => [
    ...hitsFor(
      reaches,
      ({ path, usage }) => walks.test(path) && usage !== 'call',
      ({ path }) => `\`${path}\` leads to what all objects share.`,
    ),
    ...hitsFor(
      calls,
      (call) => walks.test(call.path) && !isHarmless(call),
      ({ path }) => `\`${path}\` leads to what all objects share.`,
    ),
  ],
};
