import { expect, it } from 'vitest';
import { locateError } from './locate-error.ts';

it.each([
  [
    'Error: x\n    at onBar (strategy.js:4:9)\n    at decide (stratbox:engine:9:1)',
    { line: 4, column: 9 },
  ],
  ['at helper (strategy.py:12:5)\nat on_bar (strategy.py:30:9)', { line: 12, column: 5 }],
  ['strategy.py:7', { line: 7 }],
  ['at main (/opt/stratbox/runner.js:3:1)', {}],
  ['', {}],
])('finds the innermost place of the strategy’s own text in %j', (stack, place) => {
  expect(locateError(stack)).toEqual(place);
});
