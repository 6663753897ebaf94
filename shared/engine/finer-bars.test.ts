import { describe, expect, it } from 'vitest';
import { createMarket } from '../bars/market.ts';
import type { Decision } from './decision.ts';
import { barsOf, day, fillsOf, free, type Row } from './engine-run.fixture.ts';
import { replay } from './replay.ts';

const quiet: Row = [100, 101, 99, 100];

/** Day 1 made of four six-hourly bars, after a quiet day 0; the day's own bar is their sum. */
function onDay(parts: readonly [Row, Row, Row, Row], decisions: readonly Decision[]) {
  const whole: Row = [
    parts[0][0],
    Math.max(...parts.map(([, high]) => high)),
    Math.min(...parts.map(([, , low]) => low)),
    parts[3][3],
  ];
  const days = [quiet, whole, quiet];
  const still = [quiet, quiet, quiet, quiet];
  const finer = barsOf([...still, ...parts, ...still], 'TEST', day / 4);
  const run = (market: ReturnType<typeof createMarket>) => replay(market, decisions, free);
  return {
    coarse: run(createMarket([{ bars: barsOf(days) }])),
    fine: run(createMarket([{ bars: barsOf(days), finer }])),
  };
}
const order = (amount: number, terms: object = {}): Decision => ({
  bar: 0,
  kind: 'quantity',
  amount,
  ...terms,
});

describe('finer bars decide what came first in a day', () => {
  const bracket = order(1, { takeProfit: 110, stopLoss: 95 });
  const up: Row = [100, 111, 100, 110];
  const down: Row = [100, 100, 94, 95];
  const rising: Row = [95, 111, 95, 110];

  it('the target, although the day touches the stop', () => {
    const { coarse, fine } = onDay([quiet, up, [110, 110, 94, 95], quiet], [bracket]);
    expect(fillsOf(coarse)).toEqual(['1: 1 at 100', '1: -1 at 95']);
    expect(coarse.trades[0]?.assumed).toBe(true);
    expect(fillsOf(fine)).toEqual(['1: 1 at 100', '1: -1 at 110']);
    expect(fine.trades[0]?.assumed).toBeUndefined();
  });

  it('the stop, and then it is no assumption', () => {
    const { fine } = onDay([quiet, down, rising, quiet], [bracket]);
    expect(fillsOf(fine)).toEqual(['1: 1 at 100', '1: -1 at 95']);
    expect(fine.trades[0]?.assumed).toBeUndefined();
  });

  it('the stop, assumed, when one finer bar touches both', () => {
    const { fine } = onDay([quiet, [100, 111, 94, 100], quiet, quiet], [bracket]);
    expect(fillsOf(fine)).toEqual(['1: 1 at 100', '1: -1 at 95']);
    expect(fine.trades[0]?.assumed).toBe(true);
  });

  it('the exits of an entry within the day, from its own finer bar on', () => {
    // The low of 94 is in the morning, the entry at 105 in the afternoon: the stop-loss is safe.
    const entry = order(1, { type: 'stop', stop: 105, stopLoss: 95 });
    const { coarse, fine } = onDay([down, [95, 101, 95, 100], [100, 106, 99, 105], quiet], [entry]);
    expect(fillsOf(coarse)).toEqual(['1: 1 at 105', '1: -1 at 95']);
    expect(fillsOf(fine)).toEqual(['1: 1 at 105']);
  });
});

describe('between two finer bars', () => {
  it('a gap through a stop fills at the open', () => {
    const sale = order(-1, { type: 'stop', stop: 95 });
    const { coarse, fine } = onDay([quiet, quiet, [90, 92, 89, 91], quiet], [sale]);
    expect(fillsOf(coarse)).toEqual(['1: -1 at 95']);
    expect(fillsOf(fine)).toEqual(['1: -1 at 90']);
  });

  it('a gap to a better price fills a limit there', () => {
    const purchase = order(1, { type: 'limit', limit: 95 });
    const { fine } = onDay([quiet, quiet, [90, 92, 89, 91], quiet], [purchase]);
    expect(fillsOf(fine)).toEqual(['1: 1 at 90']);
  });

  it('a trailing stop moves', () => {
    // 5 beneath: at 95 in the morning, at 105 after the second bar's high of 110.
    const sale = order(-1, { type: 'trailing-stop', trailAmount: 5 });
    const { coarse, fine } = onDay(
      [quiet, [100, 110, 99, 109], [109, 109, 104, 104], [104, 105, 103, 104]],
      [sale],
    );
    expect(fillsOf(coarse)[0]).toBe('2: -1 at 100');
    expect(fillsOf(fine)).toEqual(['1: -1 at 105']);
  });
});

describe('a market order', () => {
  it("fills at the day's open, whatever the finer bars", () => {
    const { fine } = onDay([quiet, quiet, [90, 92, 89, 91], quiet], [order(1)]);
    expect(fillsOf(fine)).toEqual(['1: 1 at 100']);
  });

  it('for the close fills at the close of the day', () => {
    const { fine } = onDay(
      [quiet, quiet, quiet, [100, 101, 97, 98]],
      [order(1, { type: 'market-on-close' })],
    );
    expect(fillsOf(fine)).toEqual(['1: 1 at 98']);
  });
});
