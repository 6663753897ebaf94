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
      {
        level: 'warn',
        text: expect.stringContaining(
          "fee_ratio=0.001 is not used: the run's commission is 0.0005, as chosen under",
        ) as string,
      },
    ]);
  });

  it('is told nothing of costs that are what it expects', async () => {
    const outcome = await run(script('sim((close > 105) * 1.0, fee_ratio=0.0005)'));
    expect(outcome).toMatchObject({ status: 'done', log: [] });
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
  const left = async (source: string) => {
    const outcome = await run(source);
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
    expect(outcome.decisions).toEqual([]);
    return outcome;
  };

  it('sends what it left in result, and prints only what it prints', async () => {
    const outcome = await left(
      'print("hello")\nresult = {"mean": 2.5, "best": {"day": "Monday"}}\n',
    );
    expect(outcome.log.map(({ text }) => text)).toEqual(['hello']);
    expect(outcome.extractionError).toBeNull();
    expect(outcome.scriptResult).toEqual({
      kind: 'record',
      entries: [
        { name: 'mean', value: 2.5 },
        { name: 'best.day', value: 'Monday' },
      ],
      entryCount: 2,
    });
  });

  it('keeps a Series with its dates', async () => {
    const { scriptResult } = await left(
      'from stratbox import data\nresult = data["close"].rolling(3).mean().rename("mean")\n',
    );
    expect(scriptResult).toMatchObject({ indexCount: 1, rowCount: 200, columnCount: 2 });
    const [dates, means] = scriptResult?.kind === 'table' ? scriptResult.columns : [];
    expect([dates?.kind, dates?.name, dates?.values[0]]).toEqual([
      'time',
      '',
      Date.UTC(2020, 0, 1),
    ]);
    expect([means?.kind, means?.name]).toEqual(['number', 'mean']);
    expect(means?.values.slice(0, 2)).toEqual([null, null]);
    expect(means?.values[10]).toBeCloseTo(107, 0);
  });

  it('has a Series of many numbers sampled evenly, and the first rows of any other table', async () => {
    const many = 'import numpy as np, pandas as pd\nresult = pd.';
    const series = await left(`${many}Series(np.arange(5105.0))\n`);
    const table = await left(`${many}DataFrame({"a": range(5105), "b": range(5105)})\n`);
    const lastOf = ({ scriptResult }: typeof series) =>
      scriptResult?.kind === 'table' ? scriptResult.columns[0]?.values.at(-1) : undefined;
    expect([lastOf(series), lastOf(table)]).toEqual([5104, 999]);
    expect(series.scriptResult).toMatchObject({ rowCount: 5105 });
    expect(table.extractionError).toBe('result has 5,105 rows; 1,000 of them are kept.');
  });

  it.each([
    ['Odd()', 'result is strategy.Odd, neither number, text, date nor table.'],
    ['{"odd": Odd(), "one": 1}', 'result["odd"] is strategy.Odd, neither'],
    ['[1, Odd()]', 'result holds an item that is strategy.Odd, neither'],
    ['Bad(a=1)', 'result cannot be read: ValueError.'],
    ['float("inf")', 'result is infinite.'],
    ['"x" * 3000', 'result is a text of 3,000 characters, cut off.'],
    ['["x" * 1900] * 2000', 'result is too long; only its beginning is kept.'],
  ])('does not fail for %s, and says what is missing', async (value, message) => {
    const { extractionError } = await left(`class Odd:
    def __repr__(self):
        raise ValueError("no words")
class Bad(dict):
    def values(self):
        raise ValueError("no values")
result = ${value}
`);
    expect(extractionError).toContain(message);
  });

  it('may decide as well', async () => {
    const outcome = await run(
      'from stratbox import data, sim\nreport = sim((data["close"] > 105) * 1.0)\nresult = 3\n',
    );
    expect(decisionsOf(outcome).length).toBeGreaterThan(3);
    expect(outcome).toMatchObject({ scriptResult: { kind: 'value', value: 3 } });
  });
});
