import { score } from '../score.ts';
import type { Rule } from '../rule.ts';

/** Each call makes two with other arguments: 2^20 calls to follow. */
const bomb = [
  "const f0 = (x) => x + 'a';",
  ...Array.from({ length: 20 }, (_, index) => {
    const next = `f${index}`;
    return `const f${index + 1} = (x) => ${next}(x + '1') + ${next}(x + '2');`;
  }),
  "const x = [][f20('b')];",
].join('\n');

/** A chain of names that is deeper than any text by hand. */
const pythonBomb = [
  ...Array.from({ length: 400 }, (_, index) => `def f${index}(x):\n    return f${index + 1}(x)`),
  "x = getattr(f0('a'), f0('b'))",
].join('\n');

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
    { code: bomb, at: "f20('b')" },
    { code: `const other = 1;\n${bomb}`, at: "f20('b')" },
    { code: `${bomb}\nconst other = 1;`, at: "f20('b')" },
  ],
  good: [
    `const text = ${Array.from({ length: 400 }, (_, index) => `'${index}'`).join(' + ')};`,
    'const double = (x) => x * 2;\nconst eight = double(double(double(1)));',
    'const fibonacci = (n) => (n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2));\nconst x = fibonacci(9);',
    'const depth = (node) => (node ? 1 + Math.max(depth(node.left), depth(node.right)) : 0);\nconst two = depth({ left: null, right: { left: null } });',
  ],
  inPython: {
    bad: [
      { code: pythonBomb, at: 'f150(x)' },
      { code: `other = 1\n${pythonBomb}`, at: 'f150(x)' },
      { code: `${pythonBomb}\nother = 1`, at: 'f150(x)' },
    ],
    good: [
      `text = ${Array.from({ length: 400 }, (_, index) => `'${index}'`).join(' + ')}`,
      'def double(x):\n    return x * 2\neight = double(double(double(1)))',
      'def fibonacci(n):\n    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)\nx = fibonacci(9)',
    ],
  },
  check: ({ tangledAt }) => {
    const place = tangledAt();
    return place ? [{ place, message: 'This is too tangled to be followed to its end.' }] : [];
  },
};
