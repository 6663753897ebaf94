import { describe, expect, it } from 'vitest';
import { atTwiceTheCosts } from './costs.ts';
import type { Decision } from './decision.ts';
import { free, runOn, type Row } from './engine-run.fixture.ts';
import { defaultSettings, type EngineSettings } from './settings.ts';

const rows: Row[] = [10, 10, 12, 12].map((price) => [price, price, price, price, 1000]);
const roundTrip: Decision[] = [
  { bar: 0, kind: 'quantity', amount: 10 },
  { bar: 1, kind: 'quantity', amount: -10 },
];
/** What the round trip's costs take: bought at 10, sold at 12, it earns 20 without any. */
const lost = (settings: EngineSettings) =>
  1020 - (runOn(rows, roundTrip, { ...settings, initialCash: 1000 }).equity.at(-1) as number);

// Ten units bought for 100 and sold for 120.
describe('a round trip at its costs and at twice them', () => {
  it.each<[string, Partial<EngineSettings>, number, number]>([
    // 1 % of 220.
    ['a percentage', { commission: { kind: 'percent', rate: 0.01 } }, 2.2, 4.4],
    // The minimum of 3 twice; at twice it is 6 twice.
    ['a minimum', { commission: { kind: 'per-share', perShare: 0.1, minimum: 3 } }, 6, 12],
    // 2 + 1 and 2 + 1.20.
    [
      'fixed and percent',
      { commission: { kind: 'fixed-plus-percent', fixed: 2, rate: 0.01 } },
      6.2,
      12.4,
    ],
    // 50 at 2 % and 50 at 1 %: 1.50; 50 and 70: 1.70.
    [
      'tiers',
      {
        commission: {
          kind: 'tiered',
          tiers: [
            { upTo: 50, rate: 0.02 },
            { upTo: null, rate: 0.01 },
          ],
        },
      },
      3.2,
      6.4,
    ],
    // 1 % of 100 and of 120.
    ['slippage', { slippage: { kind: 'percent', rate: 0.01 } }, 2.2, 4.4],
    // Three ticks of 0.05 on 20 units.
    ['ticks', { slippage: { kind: 'ticks', ticks: 3 }, tickSize: 0.05 }, 3, 6],
    // (10 / 1000)² · 10 = 0.1 % of 220.
    ['a share of the volume', { slippage: { kind: 'volume-share', impact: 10 } }, 0.22, 0.44],
    // Half of 2 %.
    ['the spread', { spreadRate: 0.02 }, 2.2, 4.4],
  ])('%s', (_, costs, once, twice) => {
    const settings = { ...free, ...costs };
    expect(lost(settings)).toBeCloseTo(once, 9);
    expect(lost(atTwiceTheCosts(settings))).toBeCloseTo(twice, 9);
  });

  it('of a new run are not zero: 5 basis points each of commission and slippage', () => {
    // Bought at 10.005, sold at 11.994: 0.05 + 0.06 of slippage; 0.05 % of 100.05 and 119.94.
    expect(lost(defaultSettings)).toBeCloseTo(0.11 + 0.0005 * (100.05 + 119.94), 9);
  });
});
