import { expect, it } from 'vitest';
import { formatTiers, parseTiers } from './commission-tiers.ts';

it('reads what it prints', () => {
  const tiers = [
    { upTo: 10_000, rate: 0.001 },
    { upTo: null, rate: 0.0005 },
  ];
  expect(formatTiers(tiers)).toBe('10,000 = 0.1%; * = 0.05%');
  expect(parseTiers(formatTiers(tiers))).toEqual({ ok: true, value: tiers });
});

it.each(['', '10000', '10000=1%', '5=1;4=1;*=1', '*=60', '*=1; *=1', 'x=1; *=1'])(
  'refuses %j',
  (text) => expect(parseTiers(text).ok).toBe(false),
);
