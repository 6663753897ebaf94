import { score } from '../score.ts';
import type { Rule } from '../rule.ts';

export const wrappedEval: Rule = {
  id: 'wrapped-eval',
  family: 'security',
  severity: 'error',
  points: score.wrappedEval,
  languages: ['javascript', 'python'],
  title: 'A function wraps eval',
  explain:
    'A function that hands its parameter to eval or its like gives the danger a harmless name: each of its calls runs text as code.',
  fix: 'Remove the wrapper; write the calculation as code.',
  bad: [
    { code: 'const run = (text) => eval(text);', at: '(text) => eval(text)' },
    {
      code: 'function run(text) {\n  const code = `return ${text}`;\n  return new Function(text)();\n}',
      at: 'function run(text) {\n  const code = `return ${text}`;\n  return new Function(text)();\n}',
    },
    { code: "const e = eval;\nconst later = () => e('1');", at: "() => e('1')" },
  ],
  good: [
    'const run = (text) => text.trim();',
    'class Model {\n  evaluate(text) {\n    return this.eval(text);\n  }\n  eval(text) {\n    return text.length;\n  }\n}',
    'const apply = (f, x) => f(x);',
  ],
  inPython: {
    bad: [
      { code: 'run = lambda text: eval(text)', at: 'lambda text: eval(text)' },
      {
        code: 'def run(text):\n    return exec(text)',
        at: 'def run(text):\n    return exec(text)',
      },
      { code: "e = eval\nlater = lambda: e('1')", at: "lambda: e('1')" },
    ],
    good: [
      'run = lambda text: text.strip()',
      'def apply(f, x):\n    return f(x)',
      'class Model:\n    def evaluate(self, text):\n        return self.eval(text)\n    def eval(self, text):\n        return len(text)',
    ],
  },
  check: ({ codeWrappers }) =>
    codeWrappers.map(({ place }) => ({
      place,
      message: 'This function turns the text it is given into code.',
    })),
};
