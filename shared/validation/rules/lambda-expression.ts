import { score } from '../score.ts';
import { hitsFor, type Rule } from '../rule.ts';

export const lambdaExpression: Rule = {
  id: 'lambda-expression',
  family: 'security',
  severity: 'error',
  // The client's table has no class for this; refused by the strict preset, it takes what that refuses.
  points: score.dangerousBuiltin,
  languages: ['python'],
  onlyIn: 'strict',
  title: 'A function without a name',
  explain:
    'The strict preset asks for code that a reviewer can point at: a lambda has no name, no docstring and no line of its own, and it is where eval is hidden most often.',
  fix: 'Write a `def` with a name.',
  bad: [
    { code: 'double = lambda x: x * 2', at: 'lambda x: x * 2' },
    { code: 'x = sorted([2, 1], key=lambda v: -v)', at: 'lambda v: -v' },
    { code: 'def f(k=lambda: 1):\n    return k()', at: 'lambda: 1' },
  ],
  good: [
    'def double(x):\n    return x * 2\nx = double(2)',
    "text = 'lambda x: x'",
    'import operator\nx = sorted([(2, 1)], key=operator.itemgetter(1))',
  ],
  check: ({ luxuries }) =>
    hitsFor(
      luxuries(),
      ({ what }) => what === 'lambda',
      () => 'The strict preset refuses functions without a name.',
    ),
};
