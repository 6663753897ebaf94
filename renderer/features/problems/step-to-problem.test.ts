import { expect, it } from 'vitest';
import { problemFrom } from './step-to-problem.ts';

const places = [
  { line: 5, column: 3 },
  { line: 2, column: 9 },
  { line: 5, column: 1 },
];

it.each([
  ['from the top', [1, 1], 1, [2, 9]],
  ['from a problem', [2, 9], 1, [5, 1]],
  ['along a line', [5, 1], 1, [5, 3]],
  ['round to the first', [5, 3], 1, [2, 9]],
  ['backwards', [5, 1], -1, [2, 9]],
  ['round to the last', [2, 9], -1, [5, 3]],
] as const)('%s', (_, [line, column], step, [toLine, toColumn]) => {
  expect(problemFrom(places, { line, column }, step)).toEqual({ line: toLine, column: toColumn });
});

it('is nowhere without problems', () => {
  expect(problemFrom([], { line: 1, column: 1 }, 1)).toBeUndefined();
});
