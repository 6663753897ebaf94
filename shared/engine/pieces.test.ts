import { describe, expect, it } from 'vitest';
import { sliceByIndex } from '../bars/bars.ts';
import { createMarket } from '../bars/market.ts';
import type { Decision } from './decision.ts';
import { barsOf, day, fillsOf, free, reasonsOf, type Row } from './engine-run.fixture.ts';
import { recorded } from './replay.ts';
import { simulate } from './simulate.ts';

const flat = (...prices: number[]): Row[] => prices.map((price) => [price, price, price, price]);

/** A run of `rows` cut before the bar `at`, the state carried on. */
function inTwo(rows: Row[], decisions: Decision[], at: number, step = day, settings = {}) {
  const bars = barsOf(rows, 'TEST', step);
  const source = recorded(decisions);
  const all = { ...free, ...settings };
  const part = (from: number, to: number) => createMarket([{ bars: sliceByIndex(bars, from, to) }]);
  const first = simulate(part(0, at), source, all, { continues: true });
  const second = simulate(part(at, rows.length), source, all, { from: first.state });
  return { first, second };
}
const buy = (terms: object = {}): Decision => ({ bar: 0, kind: 'quantity', amount: 1, ...terms });

describe('a run in two pieces', () => {
  it('fills an order of the first at the open of the second, which counts bars on', () => {
    const { first, second } = inTwo(flat(10, 11, 12), [buy()], 1);
    expect(fillsOf(first)).toEqual([]);
    expect(reasonsOf(first)).toEqual([]);
    expect(second.fills).toMatchObject([{ bar: 1, decisionBar: 0, price: 11, order: 1 }]);
  });

  it('closes at the end of the last piece only', () => {
    const { first, second } = inTwo(flat(10, 11, 12, 13), [buy()], 2, day, { atEnd: 'last-close' });
    expect(fillsOf(first)).toEqual(['1: 1 at 11']);
    expect(fillsOf(second)).toEqual(['3: -1 at 13']);
    expect(first.trades).toMatchObject([{ exitBar: null }]);
    expect(second.trades).toMatchObject([{ entryBar: 1, exitBar: 3, profit: 2 }]);
  });

  it('pays interest for the days between the pieces', () => {
    // 1,000 · 3.65 % / 365 = 0.10 a day, over two days and a cut between them.
    const { second } = inTwo(flat(1, 1, 1), [], 2, day, { cashInterestRate: 0.0365 });
    expect(second.interest).toBeCloseTo(0.20001, 9);
  });

  it('cut where a session ends fills an order for the close there', () => {
    // Six-hourly bars: the session of bars 0 to 3, then the next.
    const { first } = inTwo(flat(1, 2, 3, 4, 5, 6), [buy({ type: 'market-on-close' })], 4, day / 4);
    expect(fillsOf(first)).toEqual(['3: 1 at 4']);
  });

  it('refuses to go on with other instruments', () => {
    const a = createMarket([{ bars: barsOf(flat(1, 2), 'A') }]);
    const b = createMarket([{ bars: barsOf(flat(3), 'B', day, 2 * day) }]);
    const { state } = simulate(a, recorded([]), free, { continues: true });
    expect(() => simulate(b, recorded([]), free, { from: state })).toThrow('same instruments');
  });
});
