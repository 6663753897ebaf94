import { describe, expect, it } from 'vitest';
import { createMarket, type Market } from '../bars/market.ts';
import type { Decision } from '../engine/decision.ts';
import { barsOf, fillsOf, free, type Row } from '../engine/engine-run.fixture.ts';
import { replay } from '../engine/replay.ts';
import type { EngineSettings } from '../engine/settings.ts';
import { roc, sma } from '../indicators/index.ts';
import { driveStrategy } from './driver.ts';
import type { OrderOptions } from './order-options.ts';
import type { StrategyBar } from './session.ts';
import { Strategy } from './strategy.ts';

const fields = ['index', 'time', 'open', 'high', 'low', 'close', 'volume'] as const;

const flat: Row[] = Array.from({ length: 6 }, () => [100, 101, 99, 100]);
const one = createMarket([{ bars: barsOf(flat, 'A') }]);
const two = createMarket([{ bars: barsOf(flat, 'A') }, { bars: barsOf(flat.slice(0, 4), 'B') }]);

/** Runs a strategy whose `onBar` is this, and returns what left it. */
function drive(
  onBar: (this: Strategy, index: number) => void,
  {
    market = one,
    reuseBar = false,
    settings = free,
  }: { market?: Market; reuseBar?: boolean; settings?: EngineSettings } = {},
) {
  class Test extends Strategy {
    override onBar(bar: { index: number }): void {
      onBar.call(this, bar.index);
    }
  }
  const decisions: Decision[] = [];
  const result = driveStrategy(
    { default: Test },
    { market, parameters: {}, settings, reuseBar },
    {
      onStarted: () => undefined,
      onProgress: () => undefined,
      progressEvery: 1000,
      onDecision: (decision) => decisions.push(decision),
    },
  );
  return { result, decisions };
}

describe('a call that makes no sense is an error on that call, with its bar', () => {
  const wrong = (call: (strategy: Strategy) => unknown) => () =>
    drive(function (index) {
      if (index === 2) call(this);
    });
  it.each<[string, (strategy: Strategy) => unknown, string]>([
    ['NaN', (s) => s.buy(NaN), 'buy on bar 2: NaN is not a finite quantity above 0'],
    ['Infinity', (s) => s.sell(Infinity), 'sell on bar 2: Infinity is not'],
    ['a negative', (s) => s.buy(-1), 'buy on bar 2: -1 is not'],
    ['zero', (s) => s.sell(0), 'sell on bar 2: 0 is not'],
    ['a text', (s) => s.buy('5' as never), 'buy on bar 2: 5 is not'],
    ['a NaN share', (s) => s.orderTargetPercent(NaN), 'orderTargetPercent on bar 2: NaN'],
    [
      'a mistyped option',
      (s) => s.buy(1, { limt: 5 } as OrderOptions),
      'there is no option "limt"',
    ],
    ['a NaN limit', (s) => s.buy(1, { limit: NaN }), 'buy on bar 2: limit is NaN'],
    ['a negative stop', (s) => s.buy({ stop: -5 }), 'buy on bar 2: stop is -5'],
    ['two trails', (s) => s.sell(1, { trailAmount: 1, trailPercent: 0.1 }), 'one of the two'],
    ['a stop-loss of 100%', (s) => s.buy(1, { stopLossPercent: 1 }), 'below 1 (100%)'],
    ['a long tag', (s) => s.buy(1, { tag: 'x'.repeat(65) }), 'at most 64 characters'],
    ['an unknown symbol', (s) => s.buy(1, { symbol: 'X' }), 'there is no "X" in this run (A)'],
    ['a bad date', (s) => s.buy(1, { goodUntil: new Date(NaN) }), 'goodUntil is'],
    [
      'a weight that is none',
      (s) => s.rebalance({ A: NaN }),
      'rebalance on bar 2: the weight of A',
    ],
    ['a bar ahead', (s) => s.barAgo(-1), 'bars ahead of now'],
    ['a plot of a text', (s) => s.plot('p', '1' as never), 'plot("p") on bar 2: 1 is not'],
    ['a late indicator', (s) => s.indicator(sma(2)), 'belongs in initialize'],
    ['a link of one', (s) => s.oneCancelsOther(s.buy(1)), 'two or more orders'],
  ])('%s', (_, call, message) => expect(wrong(call)).toThrow(message));
});

describe('what leaves the strategy', () => {
  it('says the type by what is given, and nothing that is a default', () => {
    const { decisions } = drive(function (index) {
      if (index > 0) return;
      this.buy(1);
      this.buy(1, { limit: 5 });
      this.buy(1, { stop: 5, limit: 6 });
      this.sell({ trailPercent: 0.1, tag: 't' });
      this.buy({ atClose: true, goodUntil: 'day' });
      this.close({ symbol: 'A' });
    });
    expect(decisions).toEqual([
      { bar: 0, kind: 'quantity', amount: 1 },
      { bar: 0, kind: 'quantity', amount: 1, type: 'limit', limit: 5 },
      { bar: 0, kind: 'quantity', amount: 1, type: 'stop-limit', limit: 6, stop: 5 },
      { bar: 0, kind: 'available', amount: -1, type: 'trailing-stop', trailPercent: 0.1, tag: 't' },
      { bar: 0, kind: 'available', amount: 1, type: 'market-on-close', goodUntil: 'day' },
      { bar: 0, kind: 'target-quantity', amount: 0 },
    ]);
  });

  it('replayed is what the strategy saw, handles and changes included', () => {
    const { result, decisions } = drive(function (index) {
      if (index === 0) this.buy(2, { limit: 90, tag: 'low', stopLoss: 80 });
      const [order] = this.orders;
      if (index === 1) order?.modify({ limit: 99.5, quantity: 3, stopLoss: 85 });
      if (index === 3) expect(this.orders).toEqual([]);
      if (index === 4) expect(this.position).toBe(3);
    });
    expect(fillsOf(result)).toEqual(['2: 3 at 99.5']);
    expect(replay(one, decisions, free).equity).toEqual(result.equity);
  });

  it('an order tells what became of it', () => {
    const seen: string[] = [];
    let order: ReturnType<Strategy['buy']> | undefined;
    drive(function (index) {
      if (index === 0) order = this.buy(2, { limit: 99.5 });
      seen.push(`${order?.id} ${order?.status} ${order?.filledQuantity} ${order?.averagePrice}`);
    });
    expect(seen.slice(0, 2)).toEqual(['1 working 0 NaN', '1 filled 2 99.5']);
  });
});

describe('chance', () => {
  const drawn = (seed: number) => {
    const { decisions } = drive(
      function () {
        if (this.random() < 0.5) this.buy(1 + Math.floor(this.random() * 5));
      },
      { settings: { ...free, seed } },
    );
    return decisions;
  };

  it('is seeded: the same seed gives the same decisions, another gives others', () => {
    expect(drawn(7)).toEqual(drawn(7));
    const different = new Set(Array.from({ length: 20 }, (_, seed) => JSON.stringify(drawn(seed))));
    expect(different.size).toBeGreaterThan(10);
  });
});

describe('a run of several instruments', () => {
  it('follows the main one in onBar and all of them in onBars', () => {
    const main: number[] = [];
    const all: string[] = [];
    class Both extends Strategy {
      change = this.indicator(roc(1), 'B');
      override onBar(bar: { index: number; symbol: string }): void {
        main.push(bar.index);
      }
      override onBars(bars: Readonly<Record<string, unknown>>): void {
        all.push(Object.keys(bars).join('+'));
        if (this.barIndex === 1) this.rebalance({ A: 0.4, B: 0.5 });
        if (this.barIndex === 3) expect(this.positionOf('B')).toBe(5);
        expect(this.barAgo(0, 'B')?.symbol).toBe('B');
      }
    }
    const observer = {
      onStarted: () => undefined,
      onProgress: () => undefined,
      progressEvery: 1000,
      onDecision: () => undefined,
    };
    const run = { market: two, parameters: {}, settings: free };
    const result = driveStrategy({ default: Both }, run, observer);
    expect(main).toEqual([0, 1, 2, 3, 4, 5]);
    expect(all).toEqual(['A+B', 'A+B', 'A+B', 'A+B', 'A', 'A']);
    expect(fillsOf(result)).toEqual(['2: 4 at 100', '2: 5 at 100']);
  });

  it('rebalances sales first, and sells what is not named', () => {
    const { decisions } = drive(
      function (index) {
        if (index === 0) this.rebalance({ A: 1 });
        if (index === 2) this.rebalance({ B: 0.9 });
      },
      { market: two },
    );
    expect(decisions.slice(1)).toEqual([
      { bar: 2, kind: 'target-percent', amount: 0 },
      { bar: 2, kind: 'target-percent', amount: 0.9, symbol: 'B' },
    ]);
  });
});

describe('one bar for all', () => {
  it('says the same numbers as bars of their own', () => {
    const read = (reuseBar: boolean) => {
      const numbers: number[] = [];
      class Reader extends Strategy {
        override onBar(bar: StrategyBar): void {
          for (const name of fields) {
            numbers.push(bar[name]);
          }
        }
      }
      const observer = {
        onStarted: () => undefined,
        onProgress: () => undefined,
        progressEvery: 1000,
        onDecision: () => undefined,
      };
      const run = { market: one, parameters: {}, settings: free, reuseBar };
      driveStrategy({ default: Reader }, run, observer);
      return numbers;
    };
    expect(read(true)).toEqual(read(false));
  });

  it('a bar of its own stays what it was', () => {
    const kept: { index: number }[] = [];
    class Keeper extends Strategy {
      override onBar(bar: { index: number }): void {
        kept.push(bar);
      }
    }
    const observer = {
      onStarted: () => undefined,
      onProgress: () => undefined,
      progressEvery: 1000,
      onDecision: () => undefined,
    };
    driveStrategy({ default: Keeper }, { market: one, parameters: {}, settings: free }, observer);
    expect(kept.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe('plots', () => {
  it('have a value at each bar that was plotted, NaN elsewhere', () => {
    const { result } = drive(function (index) {
      if (index % 2 === 1) this.plot('odd', index);
      this.plot('none', Infinity);
    });
    expect([...(result.plots.get('odd') ?? [])]).toEqual([NaN, 1, NaN, 3, NaN, 5]);
    expect([...(result.plots.get('none') ?? [])].every(Number.isNaN)).toBe(true);
  });

  it('are limited in number and in the length of their names', () => {
    const many = () =>
      drive(function () {
        for (let index = 0; index < 13; index += 1) this.plot(`p${index}`, 1);
      });
    expect(many).toThrow('at most 12 series');
    expect(() =>
      drive(function () {
        this.plot('', 1);
      }),
    ).toThrow('1 to 40 characters');
  });
});
