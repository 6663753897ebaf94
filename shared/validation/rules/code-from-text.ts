import type { Reach } from '../facts.ts';
import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

const makers = new Set([
  'Function',
  'AsyncFunction',
  'GeneratorFunction',
  'AsyncGeneratorFunction',
]);

/** `Function.prototype.call` and `Function.name` use the class without making code. */
const harmlessMembers = new Set(['prototype', 'name', 'length', 'toString']);

const makesCode = ({ path, usage, member }: Reach): boolean =>
  makers.has(path) &&
  usage !== 'test' &&
  !(usage === 'member' && member !== undefined && harmlessMembers.has(member));

export const codeFromText: Rule = {
  id: 'code-from-text',
  family: 'security',
  severity: 'error',
  points: score.dangerousBuiltin,
  languages: ['javascript'],
  title: 'Function makes code from text',
  explain:
    'The class of all functions compiles text, like eval. It can be reached from any value by `.constructor.constructor`, so every way to it is looked at.',
  fix: 'Write the function in the strategy itself.',
  bad: [
    { code: "new Function('return 1')();", at: 'Function' },
    { code: "[].constructor.constructor('return 1')();", at: '[].constructor.constructor' },
    {
      code: "Object.getPrototypeOf(async function () {}).constructor('return 1')();",
      at: 'Object.getPrototypeOf(async function () {}).constructor',
    },
    {
      code: "const { constructor: { constructor: make } } = 'x';\nmake('1')();",
      at: 'constructor',
    },
    {
      code: "function f(g) {\n  return g.constructor('return 1')();\n}",
      at: "g.constructor('return 1')",
    },
  ],
  good: [
    'const isFunction = (f) => f instanceof Function;',
    'class A {\n  constructor() {\n    this.name = this.constructor.name;\n  }\n}',
    'const copy = (x) => new x.constructor(x.length);',
    'const args = (...list) => Function.prototype.toString.call(list[0]);',
  ],
  check: ({ reaches }) =>
    hitsFor(
      reaches,
      makesCode,
      ({ path }) => `\`${path}\` compiles text into code that nobody has judged.`,
    ),
};
