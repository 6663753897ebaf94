import type { Reach } from '../facts.ts';
import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

/** `eval`, `exec` and `open` have rules of their own. */
const dangerous = new Set(
  `compile globals locals vars input breakpoint help exit quit license copyright credits memoryview __build_class__ __loader__ __spec__
  reload`.split(/\s+/),
);

/** A call of `__import__` is judged by the module it names, a member of `__builtins__` by what it is. */
function isDangerous({ path, usage }: Reach): boolean {
  if (path === '__import__') return usage !== 'call' && usage !== 'test';
  if (path === '__builtins__') return usage !== 'member' && usage !== 'test';
  return dangerous.has(path) && usage !== 'test';
}

export const dangerousBuiltin: Rule = {
  id: 'dangerous-builtin',
  family: 'security',
  severity: 'error',
  points: score.dangerousBuiltin,
  languages: ['python'],
  title: 'A built-in that leads out of the strategy',
  explain:
    'compile makes code, globals, locals and vars hand out every name there is, input and breakpoint wait for somebody who is not there.',
  fix: 'Name what you need: a variable, a field of the strategy, a dictionary of your own.',
  bad: [
    { code: "code = compile('1', 'x', 'eval')", at: 'compile' },
    { code: 'names = globals()', at: 'globals' },
    { code: 'f = vars\nx = f()', at: 'vars' },
    { code: "x = list(map(input, ['?']))", at: 'input' },
    { code: 'breakpoint()', at: 'breakpoint' },
    { code: "x = list(map(__import__, ['os']))", at: '__import__' },
    { code: 'names = __builtins__', at: '__builtins__' },
    {
      code: "x = getattr(__builtins__, 'glo' + 'bals')",
      at: "getattr(__builtins__, 'glo' + 'bals')",
    },
  ],
  good: [
    'class Model:\n    def compile(self):\n        return self\nm = Model().compile()',
    'def f(input, vars):\n    return input + vars',
    "text = 'globals()'\nglobals_ = 1",
    "import re\npattern = re.compile('a')",
  ],
  check: ({ reaches }) =>
    hitsFor(reaches, isDangerous, ({ path }) => `\`${path}\` leads out of the strategy.`),
};
