import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const unknowableMember: Rule = {
  id: 'unknowable-member',
  family: 'security',
  severity: 'error',
  points: score.dangerousBuiltin,
  languages: ['javascript', 'python'],
  title: 'Any member of a function or a built-in',
  explain:
    'Functions and built-in objects lead to `constructor`, and that compiles text. A name that is only known at run time can be this one.',
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
  check: ({ unknowableMembers }) =>
    hitsFor(
      unknowableMembers,
      ({ of }) => of !== 'global object',
      ({ of }) => `Any member of this ${of} can be meant, \`constructor\` among them.`,
    ),
};
