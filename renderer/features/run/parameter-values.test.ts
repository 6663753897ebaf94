import { describe, expect, it } from 'vitest';
import { overridesOf, parameterError } from './parameter-values.ts';
import type { NamedParameter } from './read-parameters.ts';

const parameters: NamedParameter[] = [
  { name: 'fast', type: 'integer', default: 10, minimum: 2, maximum: 100 },
  { name: 'share', type: 'number', default: 0.5 },
  { name: 'short', type: 'boolean', default: false },
  { name: 'note', type: 'text', default: 'a' },
];

describe('overridesOf', () => {
  it('gives what differs from the defaults, in the type of each parameter', () => {
    const texts = { fast: '20', share: '0.25', short: 'true', note: '5' };
    expect(overridesOf(parameters, texts)).toEqual({
      fast: 20,
      share: 0.25,
      short: true,
      note: '5',
    });
  });

  it('leaves out defaults that were typed again and names that the strategy lost', () => {
    expect(overridesOf(parameters, { fast: '10', gone: '3' })).toEqual({});
  });
});

describe('parameterError', () => {
  it.each([
    ['101', 'fast: At most 100.'],
    ['1', 'fast: At least 2.'],
    ['2.5', 'fast: Enter a whole number.'],
    ['x', 'fast: This is not a number.'],
    ['', 'fast: Enter a number.'],
    ['50', ''],
  ])('says of %j: %j', (text, message) => {
    expect(parameterError(parameters, { fast: text })).toBe(message);
  });
});
