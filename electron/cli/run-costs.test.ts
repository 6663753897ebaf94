import { describe, expect, it } from 'vitest';
import { commissionFrom, slippageFrom } from './run-costs.ts';

describe('--commission', () => {
  it.each([
    [undefined, { kind: 'percent', rate: 0.0005 }],
    ['0', { kind: 'percent', rate: 0 }],
    ['0.001', { kind: 'percent', rate: 0.001 }],
    ['per-share:0.005:1', { kind: 'per-share', perShare: 0.005, minimum: 1 }],
    ['per-share:0.005', { kind: 'per-share', perShare: 0.005, minimum: 0 }],
    ['fixed:1:0.0005', { kind: 'fixed-plus-percent', fixed: 1, rate: 0.0005 }],
    ['fixed:2', { kind: 'fixed-plus-percent', fixed: 2, rate: 0 }],
    [
      'tiered:10000=0.001,*=0.0005',
      {
        kind: 'tiered',
        tiers: [
          { upTo: 10_000, rate: 0.001 },
          { upTo: null, rate: 0.0005 },
        ],
      },
    ],
  ])('reads %s', (given, commission) => {
    expect(commissionFrom(given)).toEqual(commission);
  });

  it.each([
    '',
    'much',
    '0.6',
    '-0.1',
    'per-share:',
    'per-share:1:2:3',
    'fixed:x',
    'tiered:',
    'tiered:10000=0.001',
    'tiered:20000=0.001,10000=0.002,*=0.0005',
    'tiered:10000=,*=0.1',
    'other:1',
  ])('refuses "%s" and shows the forms', (given) => {
    expect(() => commissionFrom(given)).toThrow(/cannot be used.*--commission tiered:10000=0.001/s);
  });
});

describe('--slippage', () => {
  it.each([
    [undefined, { kind: 'percent', rate: 0.0005 }],
    ['0.001', { kind: 'percent', rate: 0.001 }],
    ['ticks:2', { kind: 'ticks', ticks: 2 }],
    ['volume:0.1', { kind: 'volume-share', impact: 0.1 }],
  ])('reads %s', (given, slippage) => {
    expect(slippageFrom(given)).toEqual(slippage);
  });

  it.each(['', 'x', 'ticks:', 'ticks:-1', 'volume:101', 'volume:1:2', '1'])(
    'refuses "%s" and shows the forms',
    (given) => {
      expect(() => slippageFrom(given)).toThrow(/cannot be used.*--slippage volume:0.1/s);
    },
  );
});
