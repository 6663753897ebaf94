import { score } from '../score.ts';
import type { Rule } from '../rule.ts';

const bomb = `const f0 = (x) => x + 'a';\n${Array.from({ length: 24 }, (_, index) => `const f${index + 1} = (x) => f${index}(x) + f${index}(x);`).join('\n')}\nconst table = {};\nconst x = table[f24('b')];`;

export const tangledCode: Rule = {
  id: 'tangled-code',
  family: 'security',
  severity: 'error',
  points: score.dangerousBuiltin,
  languages: ['javascript', 'python'],
  title: 'Too tangled to be judged',
  explain:
    'The check follows values through the text up to a limit. A text that exhausts it may hide anything behind the tangle.',
  fix: 'Split long expressions and deep nests of calls into simple steps.',
  bad: [
    { code: bomb, at: bomb.slice(0, 1) },
    { code: `${bomb}\nconst other = 1;`, at: bomb.slice(0, 1) },
    { code: `const first = 1;\n${bomb}`, at: 'c' },
  ],
  good: [
    `const text = ${Array.from({ length: 400 }, (_, index) => `'${index}'`).join(' + ')};`,
    'const double = (x) => x * 2;\nconst eight = double(double(double(1)));',
    'const fibonacci = (n) => (n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2));\nfibonacci(9);',
  ],
  check: ({ exhausted }) =>
    exhausted
      ? [
          {
            place: { line: 1, column: 1, endLine: 1, endColumn: 2 },
            message: 'This text is too tangled to be followed to its end.',
          },
        ]
      : [],
};
