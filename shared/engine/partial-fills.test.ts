import { describe, expect, it } from 'vitest';
import { createMarket } from '../bars/market.ts';
import type { Decision } from './decision.ts';
import { barsOf, fillsOf, free, reasonsOf, runOn, type Row } from './engine-run.fixture.ts';
import { replay } from './replay.ts';

/** Bars at a price of 10 with these volumes. */
const volumes = (...units: number[]): Row[] => units.map((volume) => [10, 10, 10, 10, volume]);
const cap = { volumeCap: 0.1 };
const buy = (bar: number, amount: number, terms: object = {}): Decision => ({
  bar,
  kind: 'quantity',
  amount,
  ...terms,
});

describe('a cap of 10 % of the volume', () => {
  it("is of each bar's own volume, for fills at the close too", () => {
    const result = runOn(volumes(100, 100, 100), [buy(0, 10), buy(1, 10), buy(2, 10)], {
      ...cap,
      fillAt: 'close',
    });
    expect(fillsOf(result)).toEqual(['0: 10 at 10', '1: 10 at 10', '2: 10 at 10']);
    expect(result.events).toEqual([]);
  });

  it('holds for the sale at the end of the run; the rest stays open and is told', () => {
    const result = runOn(volumes(100, 300, 100, 100), [buy(0, 30)], {
      ...cap,
      atEnd: 'last-close',
    });
    expect(fillsOf(result)).toEqual(['1: 30 at 10', '3: -10 at 10']);
    expect(result.finalPositions[0]?.quantity).toBe(20);
    expect(reasonsOf(result)).toEqual(['3: outside-volume', '3: outside-volume']);
  });

  it('leaves what does not fill at this close to the next opens', () => {
    const result = runOn(volumes(50, 100, 100), [buy(0, 20)], { ...cap, fillAt: 'close' });
    expect(fillsOf(result)).toEqual(['0: 5 at 10', '1: 10 at 10', '2: 5 at 10']);
  });

  it('is cut to whole lots', () => {
    // 10 % of 99 is 9.9: 9 units; of 55 is 5.5: 5 units.
    expect(fillsOf(runOn(volumes(0, 99, 55, 500), [buy(0, 20)], cap))).toEqual([
      '1: 9 at 10',
      '2: 5 at 10',
      '3: 6 at 10',
    ]);
  });

  it('leaves nothing of a bar through rounding', () => {
    // 4.4 and what is left of 25.4 add up to less than 25.4, by the last bit.
    const orders = [buy(0, 4.4), buy(0, 100), buy(0, 5)];
    const { fills } = runOn(volumes(0, 254), orders, { ...cap, lotSize: 0 });
    expect(fills).toHaveLength(2);
  });

  it("is each instrument's own", () => {
    const market = createMarket([
      { bars: barsOf(volumes(100, 100), 'A') },
      { bars: barsOf(volumes(100, 200), 'B') },
    ]);
    const result = replay(market, [buy(0, 15), buy(0, 15, { symbol: 'B' })], { ...free, ...cap });
    expect(fillsOf(result)).toEqual(['1: 10 at 10', '1: 15 at 10']);
  });

  it('lets a limit order fill in parts, each at the limit or better', () => {
    const rows: Row[] = [
      ...volumes(0),
      [10, 10, 9, 10, 100],
      [8, 9, 8, 9, 50],
      [10, 10, 9, 9, 900],
    ];
    // At the open of bar 2, 8, its five units; then at the limit of 9.
    expect(fillsOf(runOn(rows, [buy(0, 30, { type: 'limit', limit: 9 })], cap))).toEqual([
      '1: 10 at 9',
      '2: 5 at 8',
      '3: 15 at 9',
    ]);
  });

  it('can be cancelled between its parts', () => {
    const result = runOn(
      volumes(0, 100, 100, 100),
      [buy(0, 30), { bar: 2, kind: 'cancel', order: 1 }],
      cap,
    );
    expect(fillsOf(result)).toEqual(['1: 10 at 10', '2: 10 at 10']);
  });

  it('sizes an order by share of equity anew for each part', () => {
    // All of 1,000 at 10 is 100 units: 60 at 10, then the price is 20 and equity 1,600: 80 in all.
    const rows: Row[] = [...volumes(0, 600), [20, 20, 20, 20, 600]];
    const result = runOn(rows, [{ bar: 0, kind: 'target-percent', amount: 1 }], cap);
    expect(fillsOf(result)).toEqual(['1: 60 at 10', '2: 20 at 20']);
    expect(result.finalCash).toBe(0);
  });
});

describe('the commission of an order that fills in parts', () => {
  it('has one fixed part', () => {
    const commission = { kind: 'fixed-plus-percent', fixed: 5, rate: 0.01 } as const;
    const result = runOn(volumes(0, 100, 200), [buy(0, 30)], { ...cap, commission });
    // 10 · 10 · 1 % + 5, then 20 · 10 · 1 %.
    expect(result.fills.map((fill) => fill.commission)).toEqual([6, 2]);
  });

  it('climbs its tiers over the whole order: parts pay what one fill would', () => {
    const commission = {
      kind: 'tiered',
      tiers: [
        { upTo: 150, rate: 0.02 },
        { upTo: null, rate: 0.01 },
      ],
    } as const;
    // 300 in one fill: 150 · 2 % + 150 · 1 % = 4.50. In parts of 100 and 200: 2.00, then 1.00 + 1.50.
    const paid = (rows: Row[]) =>
      runOn(rows, [buy(0, 30)], { ...cap, commission }).fills.map((fill) => fill.commission);
    expect(paid(volumes(0, 300))).toEqual([4.5]);
    expect(paid(volumes(0, 100, 200))).toEqual([2, 2.5]);
  });
});

describe('a bracket whose fills the volume cuts', () => {
  it('keeps the stop-loss for what the take-profit could not sell', () => {
    const rows: Row[] = [
      ...volumes(0, 300),
      [10, 12, 10, 11, 100],
      [10, 10, 7, 8, 900],
      [8, 12, 8, 12, 900],
    ];
    // 30 bought; 10 of them sold at the target of 12; the price falls: 20 sold at the stop of 8.
    const result = runOn(rows, [buy(0, 30, { takeProfit: 12, stopLoss: 8 })], cap);
    expect(fillsOf(result)).toEqual(['1: 30 at 10', '2: -10 at 12', '3: -20 at 8']);
    expect(result.finalPositions[0]?.quantity).toBe(0);
  });

  it('closes what it opened and not what another order did', () => {
    const rows: Row[] = [...volumes(0, 900), [10, 12, 10, 11, 100], [10, 10, 7, 8, 900]];
    // 5 more are held outside the bracket: they stay.
    const result = runOn(rows, [buy(0, 30, { takeProfit: 12, stopLoss: 8 }), buy(0, 5)], cap);
    expect(fillsOf(result).slice(2)).toEqual(['2: -10 at 12', '3: -20 at 8']);
    expect(result.finalPositions[0]?.quantity).toBe(5);
  });

  it('guards every part of an entry that fills in parts', () => {
    const rows: Row[] = [...volumes(0, 100, 200), [10, 10, 7, 8, 900]];
    const result = runOn(rows, [buy(0, 30, { stopLoss: 8 })], cap);
    expect(fillsOf(result)).toEqual(['1: 10 at 10', '2: 20 at 10', '3: -30 at 8']);
  });
});
