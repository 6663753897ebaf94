import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';
import { isAllowed, isBlacklisted } from './modules/is-blacklisted.ts';

export const dynamicImport: Rule = {
  id: 'dynamic-import',
  family: 'security',
  severity: 'error',
  points: score.dangerousBuiltin,
  languages: ['javascript', 'python'],
  title: 'A module chosen at run time',
  explain: 'Code that is loaded while the strategy runs was never judged.',
  fix: "Write `import { … } from 'stratbox'` at the top; nothing else can be loaded.",
  bad: [
    { code: 'const load = (name) => import(name);', at: 'import(name)' },
    { code: "const x = await import('./other.js');", at: "import('./other.js')" },
    { code: 'const f = (name) => require(name);', at: 'require(name)' },
  ],
  good: [
    "const { sma } = await import('stratbox');",
    'const require = (x) => x;\nrequire(1);',
    "import { sma } from 'stratbox';\nsma(3);",
  ],
  inPython: {
    fix: 'Write `from stratbox import …`, or the import of a package the sandbox has, at the top.',
    bad: [
      { code: 'def load(name):\n    return __import__(name)', at: '__import__(name)' },
      { code: "x = __import__('helpers')", at: "__import__('helpers')" },
      {
        code: 'import importlib\ndef f(n):\n    return importlib.import_module(n)',
        at: 'importlib.import_module(n)',
      },
    ],
    good: [
      'import math\nx = math.pi',
      "def __import(name):\n    return name\n__import('x')",
      "text = '__import__'",
    ],
  },
  check: ({ imports, language }, { allowedModules }) =>
    hitsFor(
      imports,
      ({ how, module }) =>
        how !== 'static' &&
        (module === undefined ||
          !(isBlacklisted(module, language) || isAllowed(module, language, allowedModules))),
      ({ module }) =>
        module === undefined
          ? 'Which module is loaded is only known at run time.'
          : `The module '${module}' is loaded at run time, unjudged.`,
    ),
};
