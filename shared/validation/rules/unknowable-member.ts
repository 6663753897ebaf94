import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

/** What nobody should reach by a name that stands nowhere. */
const worst = { javascript: '`constructor`', python: '`__globals__`' } as const;

export const unknowableMember: Rule = {
  id: 'unknowable-member',
  family: 'security',
  severity: 'error',
  points: score.dangerousBuiltin,
  languages: ['javascript', 'python'],
  title: 'Any member of a function or a built-in',
  explain:
    'Functions, modules and built-in objects have members that compile text or lead to everything. A name that is only known at run time can be one of these.',
  fix: 'Write the name of the member, or keep your own functions in an object.',
  bad: [
    { code: 'const f = (name) => (() => {})[name];', at: '(() => {})[name]' },
    { code: 'const f = (a, b) => [][a][b];', at: '[][a]' },
    { code: 'const f = (name) => Object[name]();', at: 'Object[name]' },
  ],
  good: [
    'const pick = (table, name) => table[name];',
    'const closes = [1, 2];\nconst at = (index) => closes[index];',
    "const calculate = (name, x) => Math[name](x);\ncalculate('sqrt', 2);",
    'function cached(n) {\n  cached[n] ??= n * 2;\n  return cached[n];\n}',
  ],
  inPython: {
    fix: 'Write the name of the member, or keep your own functions in a dictionary.',
    bad: [
      {
        code: 'import math\ndef f(name):\n    return getattr(math, name)',
        at: 'getattr(math, name)',
      },
      {
        code: "def f(name):\n    return getattr(__builtins__, name)('1')",
        at: 'getattr(__builtins__, name)',
      },
      {
        code: "import pandas as pd\ndef f(n):\n    return getattr(pd, n)('x')",
        at: 'getattr(pd, n)',
      },
    ],
    good: [
      'def f(bar, name):\n    return bar[name]',
      "import math\nx = getattr(math, 'sqrt')(2)",
      "import math\ndef f(name):\n    return {'a': math.sin, 'b': math.cos}[name](1)",
    ],
  },
  check: ({ unknowableMembers, language }) =>
    hitsFor(
      unknowableMembers,
      ({ of }) => of !== 'global object',
      ({ of }) => `Any member of this ${of} can be meant, ${worst[language]} among them.`,
    ),
};
