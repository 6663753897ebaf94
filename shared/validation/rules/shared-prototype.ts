import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const sharedPrototype: Rule = {
  id: 'shared-prototype',
  family: 'security',
  severity: 'error',
  points: score.dangerousAttribute,
  languages: ['javascript'],
  title: 'A change to a shared prototype',
  explain:
    'Arrays, objects and the strategy class itself are shared with the engine: a changed prototype changes its behaviour too.',
  fix: 'Write a function of your own and call it.',
  bad: [
    { code: 'Array.prototype.push = () => 0;', at: 'Array.prototype.push' },
    {
      code: "Object.defineProperty(Object.prototype, 'x', { value: 1 });",
      at: "Object.defineProperty(Object.prototype, 'x', { value: 1 })",
    },
    {
      code: "import { Strategy } from 'stratbox';\nStrategy.prototype.buy = () => {};",
      at: 'Strategy.prototype.buy',
    },
    {
      code: "[].constructor.prototype['ma' + 'p'] = 1;",
      at: "[].constructor.prototype['ma' + 'p']",
    },
  ],
  good: [
    'function Account() {}\nAccount.prototype.pay = () => 1;',
    'const push = Array.prototype.push;\nconst list = [];\npush.call(list, 1);',
    'const model = { prototype: {} };\nmodel.prototype.x = 1;',
  ],
  check: ({ sharedWrites }) =>
    hitsFor(
      sharedWrites,
      ({ ofPrototype }) => ofPrototype,
      ({ path }) => `\`${path.replace(':', '.')}\` is shared by everything in the sandbox.`,
    ),
};
