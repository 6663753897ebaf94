import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

const runners = new Set(['eval', 'exec', 'execScript']);

/** What runs quoted types. */
const typeReaders =
  /^typing(?:_extensions)?:(?:ForwardRef|get_type_hints|evaluate_forward_ref|_eval_type)$/;

export const dangerousEval: Rule = {
  id: 'dangerous-eval',
  family: 'security',
  severity: 'error',
  points: score.dangerousBuiltin,
  languages: ['javascript', 'python'],
  title: 'eval runs text as code',
  explain:
    'Text that becomes code while the strategy runs was never judged: whatever it does, no check has seen it.',
  fix: 'Write the calculation as code; for a choice by name, use an object of functions.',
  bad: [
    { code: "eval('1 + 1');", at: 'eval' },
    { code: "const run = globalThis['ev' + 'al'];\nrun('1');", at: "globalThis['ev' + 'al']" },
    { code: "const { eval: run } = globalThis;\nrun('1');", at: 'eval' },
    { code: "['1 + 1'].map(eval);", at: 'eval' },
    { code: "Reflect.get(globalThis, 'eval')('1');", at: "Reflect.get(globalThis, 'eval')" },
  ],
  good: [
    "const text = 'eval(1)';",
    'const table = { eval: 1 };\nconst x = table.eval;',
    'class Model {\n  eval() {\n    return 1;\n  }\n  run() {\n    return this.eval();\n  }\n}',
  ],
  inPython: {
    fix: 'Write the calculation as code; for a choice by name, use a dictionary of functions.',
    bad: [
      { code: "x = eval('1 + 1')", at: 'eval' },
      { code: "run = exec\nrun('x = 1')", at: 'exec' },
      { code: "list(map(eval, ['1']))", at: 'eval' },
      { code: "x = __builtins__['ev' + 'al']('1')", at: "__builtins__['ev' + 'al']" },
      {
        code: "e = getattr(__builtins__, 'ex' + 'ec')\ne('1')",
        at: "getattr(__builtins__, 'ex' + 'ec')",
      },
      { code: '@eval\ndef f():\n    return 1', at: 'eval' },
      { code: "x = \uff45val('1')", at: '\uff45val' },
      { code: "def f(x: 'g()'):\n    return x", at: "'g()'" },
      {
        code: "import typing\nx = typing.ForwardRef('a')",
        at: 'typing.ForwardRef',
      },
    ],
    good: [
      "text = 'eval(1)'",
      'class Model:\n    def eval(self):\n        return 1\n    def run(self):\n        return self.eval()',
      'def evaluate(x):\n    return x\nevaluate(1)',
      "executor = {'exec': 1}\nx = executor['exec']",
      "from typing import Literal\ndef f(bar: 'Bar', side: Literal['buy (all)'] = 'x') -> 'list[Bar] | None':\n    return None",
    ],
  },
  check: ({ reaches, codeTexts }) => [
    ...hitsFor(
      reaches,
      ({ path, usage }) => (runners.has(path) || typeReaders.test(path)) && usage !== 'test',
      ({ path }) => `\`${path}\` turns text into code that nobody has judged.`,
    ),
    ...hitsFor(
      codeTexts,
      ({ name }) => name === 'annotation',
      () => 'Whoever asks for the types of this runs the quoted text as code.',
    ),
  ],
};
