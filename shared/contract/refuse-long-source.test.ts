import { expect, it } from 'vitest';
import { maximumSourceLength } from './models/validation.ts';
import { refuseLongSource } from './refuse-long-source.ts';

it.each([undefined, null, 3, {}, { source: null }, { source: 'x'.repeat(maximumSourceLength) }])(
  'lets through %#',
  (input) => expect(() => refuseLongSource(input)).not.toThrow(),
);

it('refuses what is longer than any strategy', () => {
  const source = 'x'.repeat(maximumSourceLength + 1);
  expect(() => refuseLongSource({ source })).toThrow('at most 0.5 million');
});
