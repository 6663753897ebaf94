import type { Language } from '../types.ts';
import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';
import { browserObjects } from './hosts/browser-objects.ts';
import { hostObjects } from './hosts/host-objects.ts';
import { isBlacklisted } from './modules/is-blacklisted.ts';

/** `window.location = …`, `fs.readFile = …`: reaching for these at all is a finding of its own. */
function isOfHost(path: string, language: Language): boolean {
  const module = path.lastIndexOf(':');
  if (module >= 0) return isBlacklisted(path.slice(0, module), language);
  if (language === 'python') return false;
  const [root = ''] = path.split('.');
  return browserObjects.has(root) || hostObjects.has(root);
}

export const builtinOverride: Rule = {
  id: 'builtin-override',
  family: 'security',
  severity: 'error',
  points: score.builtinOverride,
  languages: ['javascript', 'python'],
  title: 'A built-in is replaced',
  explain:
    'The engine and the indicators use the same built-ins and libraries: a replaced one gives wrong figures without a word.',
  fix: 'Give your function its own name.',
  bad: [
    { code: 'Math.max = () => 1;', at: 'Math.max' },
    {
      code: 'Object.assign(JSON, { parse: () => 1 });',
      at: 'Object.assign(JSON, { parse: () => 1 })',
    },
    { code: 'globalThis.isNaN = () => false;', at: 'globalThis.isNaN' },
    { code: 'delete Array.prototype.map;', at: 'Array.prototype.map' },
  ],
  good: [
    'const limits = { max: 1 };\nlimits.max = 2;',
    'const location = { x: 1 };\nlocation.x = 2;',
    'class A {\n  constructor() {\n    this.Math = 1;\n  }\n}',
    'const math = Object.assign({}, { max: 1 });',
  ],
  inPython: {
    fix: 'Write a function of your own and call it.',
    bad: [
      { code: 'import math\nmath.sqrt = lambda x: 1', at: 'math.sqrt' },
      { code: "import numpy as np\nsetattr(np, 'mean', max)", at: "setattr(np, 'mean', max)" },
      { code: 'import pandas as pd\npd.DataFrame.shift = None', at: 'pd.DataFrame.shift' },
      { code: 'import builtins\nbuiltins.len = lambda x: 1', at: 'builtins.len' },
      { code: "__builtins__['abs'] = None", at: "__builtins__['abs']" },
      { code: 'import statistics as s\ndel s.mean', at: 's.mean' },
    ],
    good: [
      'import pandas as pd\npd.options.display.width = 80\ndf = pd.DataFrame()\ndf.total = 1',
      'class A:\n    def __init__(self):\n        self.len = 1',
      "limits = {}\nlimits['max'] = 1",
      "def f(frame):\n    frame.columns = ['a']\n    return frame",
    ],
  },
  check: ({ sharedWrites, language }) =>
    hitsFor(
      sharedWrites,
      ({ path }) => !isOfHost(path, language),
      ({ path }) => `\`${path.replace(':', '.')}\` is changed for all code in the sandbox.`,
    ),
};
