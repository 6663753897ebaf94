import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

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
  check: ({ reaches }) =>
    hitsFor(
      reaches,
      ({ path, usage }) => ['eval', 'exec', 'execScript'].includes(path) && usage !== 'test',
      () => '`eval` turns text into code that nobody has judged.',
    ),
};
