import { describe, expect, it } from 'vitest';
import { createMarket } from '../bars/market.ts';
import type { Decision } from './decision.ts';
import { barsOf, day, fillsOf, free, runOn, type Row } from './engine-run.fixture.ts';
import { replay } from './replay.ts';

const quiet: Row = [100, 101, 99, 100];
const entry = (terms: object = {}): Decision => ({
  bar: 0,
  kind: 'quantity',
  amount: 2,
  takeProfit: 110,
  stopLoss: 95,
  ...terms,
});

describe('a bracket: take-profit 110, stop-loss 95', () => {
  it.each<[string, Row[], string[]]>([
    ['takes its profit', [quiet, [105, 112, 104, 111]], ['1: 2 at 100', '2: -2 at 110']],
    ['takes it at a better open', [quiet, [115, 116, 114, 115]], ['1: 2 at 100', '2: -2 at 115']],
    ['stops its loss', [quiet, [99, 100, 94, 96]], ['1: 2 at 100', '2: -2 at 95']],
    ['stops it at the open of a gap', [quiet, [90, 91, 89, 90]], ['1: 2 at 100', '2: -2 at 90']],
    [
      'works in the bar of an entry at the open',
      [[100, 111, 99, 105]],
      ['1: 2 at 100', '1: -2 at 110'],
    ],
  ])('%s, and cancels the other', (_, rows, fills) => {
    const result = runOn([quiet, ...rows, quiet, quiet], [entry()]);
    expect(fillsOf(result)).toEqual(fills);
    expect(result.trades[0]?.assumed).toBeUndefined();
    expect(result.events).toEqual([]);
  });

  it('assumes the stop first when a bar reaches both, and marks the trade', () => {
    const result = runOn([quiet, quiet, [100, 112, 94, 105]], [entry()]);
    expect(fillsOf(result)).toEqual(['1: 2 at 100', '2: -2 at 95']);
    expect(result.trades[0]).toMatchObject({ assumed: true, profit: -10 });
  });

  it('lets finer bars decide which came first', () => {
    const coarse: Row[] = [quiet, quiet, [100, 112, 94, 105]];
    const hours = (rows: Row[]) => barsOf(rows, 'TEST', day / 2, 0);
    const upFirst: Row[] = [quiet, quiet, quiet, quiet, [100, 112, 99, 108], [108, 109, 94, 105]];
    const downFirst: Row[] = [quiet, quiet, quiet, quiet, [100, 101, 94, 96], [96, 112, 95, 105]];
    const onFiner = (rows: Row[]) => {
      const market = createMarket([{ bars: barsOf(coarse), finer: hours(rows) }]);
      return replay(market, [entry()], free);
    };
    expect(fillsOf(onFiner(upFirst))).toEqual(['1: 2 at 100', '2: -2 at 110']);
    expect(fillsOf(onFiner(downFirst))).toEqual(['1: 2 at 100', '2: -2 at 95']);
    expect(onFiner(upFirst).trades[0]?.assumed).toBeUndefined();
  });

  it('may count from the fill price', () => {
    const shares = { takeProfit: undefined, stopLoss: undefined };
    const order = entry({ ...shares, takeProfitPercent: 0.05, stopLossPercent: 0.02 });
    expect(fillsOf(runOn([quiet, [200, 201, 199, 200], [200, 211, 199, 210]], [order]))).toEqual([
      '1: 2 at 200',
      '2: -2 at 210',
    ]);
  });

  it('of a short position closes upwards', () => {
    const short = entry({ amount: -2, takeProfit: 90, stopLoss: 105 });
    expect(fillsOf(runOn([quiet, quiet, [100, 106, 99, 103]], [short]))).toEqual([
      '1: -2 at 100',
      '2: 2 at 105',
    ]);
  });

  it('ends with its position: nothing is opened by what is left of it', () => {
    const close: Decision = { bar: 1, kind: 'target-quantity', amount: 0 };
    const result = runOn([quiet, quiet, quiet, [90, 120, 80, 100]], [entry(), close]);
    expect(fillsOf(result)).toEqual(['1: 2 at 100', '2: -2 at 100']);
    expect(result.finalPositions[0]?.quantity).toBe(0);
  });

  it('can be moved while the position is held, and before', () => {
    const move = (bar: number): Decision => ({
      bar,
      kind: 'modify',
      order: 1,
      stopLoss: 98,
      takeProfit: 130,
    });
    const rows: Row[] = [quiet, quiet, [100, 112, 97, 105]];
    const moved = ['1: 2 at 100', '2: -2 at 98'];
    expect(fillsOf(runOn(rows, [entry(), move(1)]))).toEqual(moved);
    expect(fillsOf(runOn(rows, [entry(), move(0)]))).toEqual(moved);
  });
});

describe('the bar of an entry within the bar', () => {
  // A stop entry at 105; take-profit 110, stop-loss 95.
  const byStop = entry({ type: 'stop', stop: 105 });
  it.each<[string, Row, string[], boolean]>([
    [
      'takes a touched stop-loss as hit, assumed',
      [100, 106, 94, 104],
      ['1: 2 at 105', '1: -2 at 95'],
      true,
    ],
    ['leaves a target that only the high reached', [100, 111, 99, 108], ['1: 2 at 105'], false],
    [
      'takes a target that the close is beyond',
      [100, 113, 99, 112],
      ['1: 2 at 105', '1: -2 at 110'],
      false,
    ],
  ])('%s', (_, row, fills, assumed) => {
    const result = runOn([quiet, row], [byStop]);
    expect(fillsOf(result)).toEqual(fills);
    expect(result.trades.some((trade) => trade.assumed === true)).toBe(assumed);
  });

  it('is certain of a stop-loss beneath a limit entry: prices passed the entry on their way', () => {
    const byLimit = entry({ type: 'limit', limit: 98 });
    const result = runOn([quiet, [100, 101, 94, 96]], [byLimit]);
    expect(fillsOf(result)).toEqual(['1: 2 at 98', '1: -2 at 95']);
    expect(result.trades[0]?.assumed).toBeUndefined();
  });
});

describe('one cancels the other', () => {
  const pair: Decision[] = [
    { bar: 0, kind: 'quantity', amount: 1, type: 'stop', stop: 105, tag: 'up' },
    { bar: 0, kind: 'quantity', amount: -1, type: 'stop', stop: 95, tag: 'down' },
    { bar: 0, kind: 'one-cancels-other', orders: [1, 2] },
  ];

  it('whichever fills first', () => {
    const up: Row[] = [quiet, [100, 106, 99, 104], [100, 101, 90, 92]];
    const down: Row[] = [quiet, [100, 101, 94, 95], [100, 110, 99, 108]];
    expect(fillsOf(runOn(up, pair))).toEqual(['1: 1 at 105']);
    expect(fillsOf(runOn(down, pair))).toEqual(['1: -1 at 95']);
  });

  it('and without the link both fill', () => {
    const rows: Row[] = [quiet, [100, 106, 99, 104], [100, 101, 90, 92]];
    expect(fillsOf(runOn(rows, pair.slice(0, 2)))).toEqual(['1: 1 at 105', '2: -1 at 95']);
  });
});
