import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobOutcome } from '../execute-job.ts';
import { openTextBench, swingingMarket, type TextRun } from './python-bench.ts';

let bench: Awaited<ReturnType<typeof openTextBench>>;

beforeAll(async () => {
  bench = await openTextBench();
});
afterAll(() => bench.close());

const run = (source: string, changes: Omit<TextRun, 'source'> = {}) =>
  bench.run({ source, ...changes });
const pair = swingingMarket(['ONE', 'TWO'], 40);
const decisionsOf = (outcome: JobOutcome) => {
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.decisions;
};
const signals = (body: string, imports = 'BaseStrategy') => `from stratbox import ${imports}

class Test(BaseStrategy):
    def generate_signals(self, current_data):
        ${body.replaceAll('\n', '\n        ')}
`;

describe('a strategy of signals', () => {
  it('is given symbols, values, dates and the bars that there are', async () => {
    const outcome = await run(
      `from stratbox import BaseStrategy
parameters = {"share": {"type": "number", "default": 0.5}}
class Test(BaseStrategy):
    def __init__(self, symbols, config):
        super().__init__(symbols, config)
        self.symbols = symbols
        self.share = config["share"]
    def initialize(self):
        print(self.symbols, self.share, self.start_date.date(), self.end_date.date())
    def generate_signals(self, current_data):
        if self.bar_index == 39:
            two = current_data["TWO"]
            print(sorted(current_data), two["close"] == two.close, two.datetime.date())
            print(len(self.history("ONE", 5)), self.history("ONE", 5)["close"].iloc[-1] == current_data["ONE"].close)
        return []
`,
      { market: pair, parameters: { share: 0.25 } },
    );
    expect(outcome.log.map(({ text }) => text)).toEqual([
      "['ONE', 'TWO'] 0.25 2020-01-01 2020-02-09",
      "['ONE', 'TWO'] True 2020-02-09",
      '5 True',
    ]);
  });

  it('turns each kind of signal into the order it means', async () => {
    const outcome = await run(
      signals(
        `if self.bar_index != 3: return None
return [
    {"symbol": "ONE", "action": "BUY", "quantity": 5},
    Signal("TWO", "sell", quantity=2, tag="short"),
    {"symbol": "TWO", "action": "buy", "weight": 0.25},
    {"symbol": "ONE", "action": "sell", "weight": 0.5},
    {"symbol": "ONE", "action": "hold"},
    {"symbol": "TWO", "action": "close"},
]`,
        'BaseStrategy, Signal',
      ),
      { market: pair },
    );
    expect(decisionsOf(outcome)).toEqual([
      { bar: 3, kind: 'quantity', amount: 5 },
      { bar: 3, kind: 'quantity', amount: -2, symbol: 'TWO', tag: 'short' },
      { bar: 3, kind: 'target-percent', amount: 0.25, symbol: 'TWO' },
      { bar: 3, kind: 'target-percent', amount: -0.5 },
      { bar: 3, kind: 'target-quantity', amount: 0, symbol: 'TWO' },
    ]);
  });

  it.each([
    ['return [{"action": "buy"}]', 'signal 0 of bar 0: to buy needs quantity or weight'],
    ['return [{"action": "double", "weight": 1}]', "its action is 'double'"],
    ['return [{"symbol": "X", "action": "close"}]', "there is no 'X' in this run (SWING)"],
    ['return [{"action": "buy", "quantity": "all"}]', "its quantity is 'all'"],
    ['return ["buy"]', "is 'buy'; it must be a Signal or a dict"],
  ])('says what is wrong with %s', async (body, message) => {
    expect(await run(signals(body))).toMatchObject({
      status: 'failed',
      error: { message: expect.stringContaining(message) as string, bar: 0 },
    });
  });
});

describe('a table of positions', () => {
  it('decides where a target changes, the first one included, and sells before it buys', async () => {
    const outcome = await run(
      `import numpy as np
import pandas as pd

def positions(data):
    table = pd.DataFrame(np.nan, index=data.index, columns=["TWO", "ONE"])
    table.loc[data.index[2:], "ONE"] = 0.75
    table.loc[data.index[5:], "ONE"] = 0.25
    table.loc[data.index[5:9], "TWO"] = 0.5
    table.loc[data.index[12:], "TWO"] = 0
    return table
`,
      { market: pair },
    );
    expect(decisionsOf(outcome)).toEqual([
      { bar: 2, kind: 'target-percent', amount: 0.75 },
      { bar: 5, kind: 'target-percent', amount: 0.25 },
      { bar: 5, kind: 'target-percent', amount: 0.5, symbol: 'TWO' },
      { bar: 12, kind: 'target-percent', amount: 0, symbol: 'TWO' },
    ]);
    expect(outcome).toMatchObject({ equityChecksum: null });
  });

  it('may be true and false, a Series, an array or a table of one column', async () => {
    const held = 'data["close"] > 105';
    const expected = decisionsOf(await run(`def positions(data): return (${held}) * 1.0\n`));
    expect(expected.length).toBeGreaterThan(3);
    for (const form of [held, `(${held}).to_numpy()`, `(${held}).to_frame("any")`]) {
      const outcome = await run(`def positions(data): return ${form}\n`);
      expect(decisionsOf(outcome)).toEqual(expected);
    }
  });

  it('is a copy of the data: changing it changes nothing', async () => {
    const outcome = await run(`def positions(data):
    held = data["open"] > 105
    data["close"] *= 0
    data.drop(data.index[:100], inplace=True)
    return held
`);
    expect(decisionsOf(outcome).length).toBeGreaterThan(3);
  });

  it.each([
    ['return 1', 'they are int'],
    ['return data["close"] / 0', 'infinite'],
    ['return (data["close"] > 105).tz_localize("UTC")', 'none of its rows'],
    ['return (data["close"] > 105).reset_index(drop=True)', 'none of its rows'],
    ['return data["close"].astype(str) + "x"', 'not numbers'],
    ['return data[["open", "close"]]', "there is no 'open' in this run (SWING)"],
    ['return data["price"]', "KeyError: 'price'"],
  ])('says what is wrong with %s', async (body, message) => {
    expect(await run(`def positions(data): ${body}\n`)).toMatchObject({
      status: 'failed',
      error: { message: expect.stringContaining(message) as string },
    });
  });
});

describe('a script', () => {
  const script = (call: string) => `from stratbox import data, sim
close = data.get("close")
report = ${call}
`;

  it('hands its table to sim, with exits on each entry', async () => {
    const outcome = await run(script('sim((close > 105) * 1.0, stop_loss=0.05, fee_ratio=0.001)'));
    const [first, entry, exit] = decisionsOf(outcome);
    expect(first).toEqual({ bar: 0, kind: 'target-percent', amount: 0 });
    expect(entry).toMatchObject({ amount: 1, stopLossPercent: 0.05 });
    expect(exit).not.toHaveProperty('stopLossPercent');
    expect(outcome.log).toMatchObject([
      { level: 'warn', text: expect.stringContaining('fee_ratio is not used') as string },
    ]);
  });

  it.each([
    ['sim(close, stop_loss=2)', 'stop_loss is 2'],
    ['[sim(close * 0), sim(close * 0)]', 'it was called already'],
    ['close', 'call "sim(position)"'],
  ])('says what is wrong with %s', async (call, message) => {
    expect(await run(script(call))).toMatchObject({
      status: 'failed',
      error: { message: expect.stringContaining(message) as string },
    });
  });

  it('refuses parameters that it does not declare', async () => {
    const outcome = await run(script('sim(close * 0)'), { parameters: { fast: 3 } });
    expect(outcome).toMatchObject({
      error: { message: 'ValueError: There is no parameter "fast"; the strategy has: none' },
    });
  });
});

describe('a script that only computes something', () => {
  const logged = ({ log }: JobOutcome) => log.map(({ text }) => text);

  it('has its result printed', async () => {
    const outcome = await run('print("hello")\nresult = {"mean": 2.5, "days": [1, 2]}\n');
    expect(decisionsOf(outcome)).toEqual([]);
    expect(logged(outcome)).toEqual(['hello', "result: {'days': [1, 2], 'mean': 2.5}"]);
  });

  it('has a table on the run’s dates printed in part, and drawn', async () => {
    const outcome = await run(
      'from stratbox import data\nresult = data["close"].rolling(3).mean().rename("mean")\n',
    );
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
    expect(logged(outcome)[0]).toBe('result: Series of 200 rows');
    expect(logged(outcome).length).toBeLessThan(30);
    const mean = outcome.plots.get('mean');
    expect(mean?.slice(0, 2)).toEqual(Float64Array.of(NaN, NaN));
    expect(mean?.[10]).toBeCloseTo(107, 0);
  });

  it('does not fail for a result that cannot be shown', async () => {
    const outcome = await run(
      'class Odd:\n    def __repr__(self):\n        raise ValueError("no words")\nresult = Odd()\n',
    );
    expect(decisionsOf(outcome)).toEqual([]);
    expect(logged(outcome)).toEqual(['The result cannot be shown: ValueError: no words']);
  });
});
