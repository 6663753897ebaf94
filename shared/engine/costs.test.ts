import { describe, expect, it } from 'vitest';
import { atTwiceTheCosts, commissionOf, worsenedPrice } from './costs.ts';
import type { Decision } from './decision.ts';
import { fillsOf, free, reasonsOf, runOn, type Row } from './engine-run.fixture.ts';
import type { Commission, EngineSettings } from './settings.ts';

describe('commission of 200 units at 50, a value of 10,000', () => {
  it.each<[Commission, number]>([
    [{ kind: 'percent', rate: 0.0005 }, 5],
    [{ kind: 'per-share', perShare: 0.005, minimum: 1 }, 1],
    [{ kind: 'per-share', perShare: 0.05, minimum: 1 }, 10],
    [{ kind: 'fixed-plus-percent', fixed: 2, rate: 0.001 }, 12],
    // 4,000 · 0.2 % + 6,000 · 0.1 % = 8 + 6.
    [
      {
        kind: 'tiered',
        tiers: [
          { upTo: 4000, rate: 0.002 },
          { upTo: null, rate: 0.001 },
        ],
      },
      14,
    ],
  ])('%j', (commission, expected) => {
    expect(commissionOf(commission, 200, 50)).toBeCloseTo(expected, 12);
    expect(commissionOf(commission, -200, 50)).toBeCloseTo(expected, 12);
  });

  it('takes the minimum and the fixed part once an order', () => {
    const earlier = { quantity: 100, value: 5000, paid: 1 };
    const shares: Commission = { kind: 'per-share', perShare: 0.005, minimum: 1 };
    expect(commissionOf(shares, 60, 50, earlier)).toBe(0);
    // 260 units are 1.30, of which 1 is paid.
    expect(commissionOf(shares, 160, 50, earlier)).toBeCloseTo(0.3, 12);
    const fixed: Commission = { kind: 'fixed-plus-percent', fixed: 2, rate: 0.001 };
    expect(commissionOf(fixed, 100, 50, earlier)).toBeCloseTo(5, 12);
  });
});

describe('the price of a market fill around 100', () => {
  const price = (changes: Partial<EngineSettings>, quantity: number, volume = 1000) =>
    worsenedPrice(100, quantity, volume, { ...free, ...changes });
  it('is worse by slippage and half the spread, each way', () => {
    const costs = { slippage: { kind: 'percent', rate: 0.001 }, spreadRate: 0.004 } as const;
    expect(price(costs, 1)).toBeCloseTo(100.3, 12);
    expect(price(costs, -1)).toBeCloseTo(99.7, 12);
  });
  it('is worse by ticks', () => {
    const costs = { slippage: { kind: 'ticks', ticks: 3 }, tickSize: 0.25 } as const;
    expect(price(costs, 1)).toBe(100.75);
    expect(price(costs, -1)).toBe(99.25);
  });
  it('is worse by the square of its share of the volume', () => {
    // A quarter of the volume: 0.1 · 0.0625 = 0.625 % of the price.
    const costs = { slippage: { kind: 'volume-share', impact: 0.1 } } as const;
    expect(price(costs, 250)).toBeCloseTo(100.625, 12);
    expect(price(costs, 250, 0)).toBeCloseTo(110, 12);
  });
  it('is never below zero', () => {
    expect(price({ slippage: { kind: 'ticks', ticks: 1000 }, tickSize: 1 }, -1)).toBe(0);
  });
});

it('doubles every cost and nothing else', () => {
  const settings: EngineSettings = {
    ...free,
    commission: { kind: 'per-share', perShare: 0.01, minimum: 2 },
    slippage: { kind: 'ticks', ticks: 1 },
    spreadRate: 0.001,
  };
  expect(atTwiceTheCosts(settings)).toEqual({
    ...settings,
    commission: { kind: 'per-share', perShare: 0.02, minimum: 4 },
    slippage: { kind: 'ticks', ticks: 2 },
    spreadRate: 0.002,
  });
});

describe('a cap of 10 % of the volume', () => {
  const rows: Row[] = [
    [10, 10, 10, 10, 100],
    [10, 10, 10, 10, 100],
    [10, 10, 10, 10, 55],
    [10, 10, 10, 10, 0],
    [10, 10, 10, 10, 500],
  ];
  const cap = { volumeCap: 0.1 };
  const buy = (amount: number, bar = 0): Decision => ({ bar, kind: 'quantity', amount });

  it('fills an order in parts over the bars, and says so once', () => {
    const result = runOn(rows, [buy(30)], cap);
    expect(fillsOf(result)).toEqual(['1: 10 at 10', '2: 5 at 10', '4: 15 at 10']);
    expect(reasonsOf(result)).toEqual(['1: outside-volume']);
  });

  it('is shared by the orders of a bar', () => {
    const result = runOn(rows, [buy(7), buy(7)], cap);
    expect(fillsOf(result)).toEqual(['1: 7 at 10', '1: 3 at 10', '2: 4 at 10']);
  });

  it('takes the minimum commission once for the whole order', () => {
    const commission = { kind: 'per-share', perShare: 0.01, minimum: 1 } as const;
    const result = runOn(rows, [buy(30)], { ...cap, commission });
    expect(result.fills.map((fill) => fill.commission)).toEqual([1, 0, 0]);
  });

  it('tells at the end what was never filled', () => {
    const result = runOn(rows.slice(0, 3), [buy(30)], cap);
    expect(reasonsOf(result)).toEqual(['1: outside-volume', '2: outside-volume']);
    expect(result.events[1]?.message).toContain('filled in part (15 units)');
  });

  it('protects what is filled so far', () => {
    const entry = { ...buy(30), stopLoss: 8 } as Decision;
    const falling: Row[] = [...rows.slice(0, 2), [10, 10, 7, 8, 1000], [8, 8, 8, 8, 1000]];
    const result = runOn(falling, [entry], cap);
    expect(result.finalPositions[0]?.quantity).toBe(0);
  });
});
