import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

/**
 * A name declared in a strategy's own module overrides nothing for anybody else, and `Date`, `Map`,
 * `Set`, `Symbol`, `Proxy` or `Error` are words of the trade as well. These few are not: declared
 * anew, they only make a reviewer read one thing while another runs.
 */
const fixed = {
  javascript: new Set('Object Array Math JSON undefined NaN Infinity globalThis'.split(' ')),
  python: new Set(
    `int float str bool len range abs round isinstance issubclass super object print zip enumerate getattr
    setattr hasattr delattr staticmethod classmethod property eval exec __import__ __builtins__`.split(
      /\s+/,
    ),
  ),
};

export const builtinShadow: Rule = {
  id: 'builtin-shadow',
  family: 'security',
  severity: 'warning',
  points: score.builtinOverride,
  languages: ['javascript', 'python'],
  title: 'A fixed word of the language is declared anew',
  explain:
    'Further down, this name no longer means what every reader takes it for; a reviewer reads one thing and another runs.',
  fix: 'Choose another name.',
  bad: [
    { code: 'const Math = { max: () => 1 };', at: 'Math' },
    { code: 'function Array() {\n  return 1;\n}', at: 'Array' },
    { code: 'let NaN = 1;', at: 'NaN' },
  ],
  good: [
    'const process = 1;\nconst fetch = 2;\nconst name = 3;',
    'const mathematics = { max: 1 };',
    'class Symbol {}\nconst Date = { day: 1 };\nclass Proxy {}',
    'const { isNaN, parseFloat } = Number;',
  ],
  inPython: {
    bad: [
      { code: 'len = lambda x: 1', at: 'len' },
      { code: 'def print(*a):\n    return None', at: 'print' },
      { code: 'from math import floor as round', at: 'round' },
      { code: 'class object:\n    pass', at: 'object' },
    ],
    good: [
      'def f(bar):\n    open, high = bar.open, bar.high\n    return open < high',
      'max_value = 1\nmin = 2\ninput = 3\nid = 4',
      'class A:\n    len = 1\n    def print(self):\n        return self.len',
    ],
  },
  check: ({ moduleDeclarations, language }) =>
    hitsFor(
      moduleDeclarations,
      ({ name }) => fixed[language].has(name),
      ({ name }) => `\`${name}\` means something else from here on.`,
    ),
};
