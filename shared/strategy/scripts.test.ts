import { beforeEach, describe, expect, it } from 'vitest';
import { createBars } from '../bars/bars.ts';
import { createMarket, type Market } from '../bars/market.ts';
import { tableToBytes } from '../bars/table-bytes.ts';
import type { Table } from '../bars/table.ts';
import type { Decision } from '../engine/decision.ts';
import { barsOf, free } from '../engine/engine-run.fixture.ts';
import { packTables, unpackTables } from '../frames/job-tables.ts';
import { data } from './data.ts';
import { driveText, type TextModule } from './drive-text.ts';
import { openData, type PriceField } from './given-data.ts';
import { load, loadBalances, loadSnapshots, loadTrades } from './load.ts';
import { sim } from './sim.ts';
import { Strategy } from './strategy.ts';

const flat = (count: number) =>
  Array.from({ length: count }, (_, row) => [row + 1, row + 2, row, row + 1] as const);
const one = createMarket([{ bars: barsOf(flat(6), 'A') }]);
const short = barsOf(flat(6), 'B');
const two = createMarket([
  { bars: barsOf(flat(6), 'A') },
  {
    bars: createBars('B', {
      ...short,
      ...{
        time: short.time.slice(2, 4),
        open: short.open.slice(2, 4),
        high: short.high.slice(2, 4),
      },
      ...{
        low: short.low.slice(2, 4),
        close: short.close.slice(2, 4),
        volume: short.volume.slice(2, 4),
      },
    }),
  },
]);
const day = 86_400_000;
const trades: Table = {
  rowCount: 4,
  columns: [
    { name: 'symbol', kind: 'text', values: ['A', null, 'Ö"\\', 'B'] },
    { name: 'at', kind: 'time', values: Float64Array.of(5 * day, NaN, 9 * day, 8 * day) },
    { name: 'profit', kind: 'number', values: Float64Array.of(1.5, -2, NaN, 4) },
    { name: 'open', kind: 'boolean', values: Float64Array.of(1, 0, NaN, 1) },
  ],
};
const given = (id: string, table: Table = trades, name = id) => ({
  ...{ id, name, columns: table.columns, rowCount: table.rowCount },
  bytes: tableToBytes(table),
});

function open(market: Market, tables: readonly ReturnType<typeof given>[] = []): void {
  const packed = packTables(tables);
  const names = [{ symbol: 'A', id: 'first', name: 'First of all' }];
  openData({ market, names, tables: unpackTables(packed.tables, packed.bytes) });
}

function drive(module: TextModule, market: Market = one) {
  const decisions: Decision[] = [];
  const driven = driveText(
    module,
    { market, parameters: {}, settings: free },
    {
      onStarted: () => undefined,
      onProgress: () => undefined,
      progressEvery: 1000,
      onDecision: (decision) => decisions.push(decision),
    },
  );
  return { ...driven, decisions };
}

beforeEach(() => open(one));

describe('data', () => {
  it('is the bars of the run, in arrays of the text’s own', () => {
    expect(data.close).toEqual([1, 2, 3, 4, 5, 6]);
    expect(data.time).toEqual(Array.from(one.time));
    expect(data.close).toBe(data.close);
    data.close[0] = 99;
    expect(one.instruments[0]?.bars.close[0]).toBe(1);
  });

  it('has every instrument on one clock', () => {
    open(two);
    expect(data.symbols).toEqual(['A', 'B']);
    expect(data.get('close', 'B')).toEqual([NaN, NaN, 3, 4, NaN, NaN]);
    expect(data.get('close')).toEqual(data.close);
  });

  it('says what there is', () => {
    expect(() => data.get('price' as PriceField)).toThrow('there is no "price" (open, high');
    expect(() => data.get('close', 'X')).toThrow('there is no "X" in this run (A)');
  });
});

describe('a strategy class', () => {
  class Looker extends Strategy {
    override onBar(): void {
      void data.close;
    }
  }
  class Loader extends Strategy {
    override onBar(): void {
      load('A');
    }
  }
  class Honest extends Strategy {}

  it.each([Looker, Loader])('never gets all bars at once', (kind) => {
    expect(() => drive({ default: kind })).toThrow('given its bars one at a time');
  });

  it('does not run when its text took them before', () => {
    void data.close;
    expect(() => drive({ default: Honest })).toThrow('are for scripts');
  });

  it('may read tables, and has no sim', () => {
    open(one, [given('trades')]);
    expect(loadTrades()).toHaveLength(4);
    expect(drive({ default: Honest }).equity).toHaveLength(6);
    open(one);
    sim([0, 0, 0, 0, 0, 0]);
    expect(() => drive({ default: Honest })).toThrow('"sim" is for scripts');
  });
});

describe('a script', () => {
  it('may only compute something', () => {
    const { decisions, equity, result } = drive({ result: 3 });
    expect([decisions, equity]).toEqual([[], null]);
    expect(result).toEqual({ result: { kind: 'value', value: 3 }, error: null });
    expect(drive({ result: undefined }).result).toBeUndefined();
  });

  it('has its parameters checked', () => {
    const parameters = { fast: { type: 'integer', default: 0.5 } };
    expect(() => drive({ result: 1, parameters })).toThrow('it must be a whole number');
  });

  it.each([{}, { default: class {} }, { default: 7, result: 1 }])(
    'is told all forms for %o',
    (module) => {
      expect(() => drive(module)).toThrow(
        /must end in "export default class.*sim\(weights\).*result/,
      );
    },
  );
});

describe('sim', () => {
  it('decides where a target changes, the first one included', () => {
    sim([NaN, 0, 0, null, 1, true], { stopLoss: 0.05, takeProfit: 0.1 });
    expect(drive({}).decisions).toEqual([
      { bar: 1, kind: 'target-percent', amount: 0 },
      ...[{ bar: 4, kind: 'target-percent', amount: 1, stopLossPercent: 0.05 }].map((entry) => ({
        ...entry,
        takeProfitPercent: 0.1,
      })),
    ]);
  });

  it('sells before it buys, and names the other instruments', () => {
    open(two);
    sim({ B: [NaN, NaN, 0.5, 0.5, 0, 0], A: Float64Array.of(0.75, 0.75, 0.25, 0.25, 0.75, 0.75) });
    expect(drive({}, two).decisions).toEqual([
      { bar: 0, kind: 'target-percent', amount: 0.75 },
      { bar: 2, kind: 'target-percent', amount: 0.25 },
      { bar: 2, kind: 'target-percent', amount: 0.5, symbol: 'B' },
      { bar: 4, kind: 'target-percent', amount: 0, symbol: 'B' },
      { bar: 4, kind: 'target-percent', amount: 0.75 },
    ]);
  });

  const bars = [0, 0, 0, 0, 0, 0];
  it.each<[string, () => void]>([
    ['they must be an array with one for each of the 6 bars', () => sim(7)],
    ['there are 2 weights; there must be one for each of the 6', () => sim([1, 1])],
    ['there is no "X" in this run (A)', () => sim({ X: bars })],
    ['the weights of A are 1, not an array', () => sim({ A: 1 })],
    ['the weight of A of bar 0 is Infinity', () => sim({ A: bars.map(() => Infinity) })],
    ['the weight of bar 0 is a text, not a number', () => sim(bars.map(() => '1'))],
    ['stopLoss is 2; it must be a share', () => sim(bars, { stopLoss: 2 })],
    ['there is no option "stop"', () => sim(bars, { stop: 1 } as object)],
    ['it was called already', () => [sim(bars), sim(bars)]],
  ])('says: %s', (message, call) => {
    expect(call).toThrow(message);
  });
});

describe('load', () => {
  beforeEach(() => open(two, [given('trades-2024'), given('risk', trades, 'Risk limits')]));

  it('gives the rows of a table', () => {
    expect(load('trades-2024')).toEqual([
      { symbol: 'A', at: 5 * day, profit: 1.5, open: true },
      { symbol: null, at: NaN, profit: -2, open: false },
      { symbol: 'Ö"\\', at: 9 * day, profit: NaN, open: null },
      { symbol: 'B', at: 8 * day, profit: 4, open: true },
    ]);
  });

  it.each(['risk', 'RISK.csv', 'Risk limits', 'risk LIMITS'])('finds a table as %s', (name) => {
    expect(load(name)).toHaveLength(4);
  });

  it.each([
    ['first', 6],
    ['First of all', 6],
    ['a', 6],
    ['B', 2],
  ])('finds an instrument as %s', (name, count) => {
    const rows = load(name);
    expect(rows).toHaveLength(count);
    expect(Object.keys(rows[0] ?? {})).toEqual(['time', 'open', 'high', 'low', 'close', 'volume']);
  });

  it('names what there is, and what to do', () => {
    expect(() => load('prices')).toThrow(
      'load("prices"): this run was not given it; it has trades-2024, risk, A, B. Tick the table under Run settings › Data',
    );
    open(one, [given('x', trades, 'same'), given('y', trades, 'Same')]);
    expect(() => load('same')).toThrow('several data sets have this name; their ids are x, y');
  });
});

describe('the tables of an account', () => {
  it('are found by name, else by how it begins', () => {
    open(one, [given('trades'), given('trades-2024'), given('balances_eu'), given('snapshotsx')]);
    expect([loadTrades().length, loadBalances().length]).toEqual([4, 4]);
    expect(() => loadSnapshots()).toThrow('a table named "snapshots": this run was not given it');
    open(one, [given('trades-1'), given('trades-2')]);
    expect(() => loadTrades()).toThrow('several tables begin with "trades": trades-1, trades-2');
    open(one);
    expect(() => loadTrades()).toThrow('it has no table. Tick the table under Run settings › Data');
  });

  it('count days from the end of their own time', () => {
    open(one, [given('trades'), given('snapshots', { rowCount: 0, columns: [] })]);
    expect(loadTrades({ days: 2 }).map(({ profit }) => profit)).toEqual([NaN, 4]);
    expect(loadTrades({ days: 4 })).toHaveLength(3);
    expect(() => loadTrades({ days: -1 })).toThrow('days is -1; it must be a number above 0');
    expect(() => loadSnapshots({ days: 1 })).toThrow('no column of times');
  });
});
