import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobOutcome } from '../execute-job.ts';
import { openTextBench, type TextRun } from './python-bench.ts';

let bench: Awaited<ReturnType<typeof openTextBench>>;

beforeAll(async () => {
  bench = await openTextBench(['javascript', 'python']);
});
afterAll(() => bench.close());

const onBar = (body: string) => `from stratbox import Strategy

class Test(Strategy):
    def on_bar(self, bar):
        ${body.replaceAll('\n', '\n        ')}
`;
const run = (source: string, changes: Omit<TextRun, 'source'> = {}) =>
  bench.run({ source, ...changes });
const printed = (outcome: JobOutcome) => outcome.log.map(({ text }) => text);

describe('the Python runner under the whole settings table', () => {
  it('runs a strategy and returns its decisions', async () => {
    const outcome = await run(
      onBar('if bar.index == 3: self.buy(10, limit=bar.close * 0.99, tag="low")'),
    );
    expect(outcome).toMatchObject({
      status: 'done',
      decisions: [{ bar: 3, kind: 'quantity', amount: 10, type: 'limit', tag: 'low' }],
    });
  });

  it('makes the same decisions and the same account as JavaScript', async () => {
    const python = await run(
      onBar(`if bar.index % 20 == 5: self.order_target_percent(0.5 + self.random() / 4)
if bar.index % 20 == 12: self.sell(stop=bar.low - 1, good_until="day", stop_loss_percent=0.03)
if bar.index % 20 == 15: self.cancel_all()
if bar.index % 20 == 18: self.close()
self.plot("position", self.position)`),
    );
    const javascript = await run(
      `import { Strategy } from 'stratbox';
      export default class Test extends Strategy { onBar(bar) {
        if (bar.index % 20 === 5) this.orderTargetPercent(0.5 + this.random() / 4);
        if (bar.index % 20 === 12) this.sell({ stop: bar.low - 1, goodUntil: 'day', stopLossPercent: 0.03 });
        if (bar.index % 20 === 15) this.cancelAll();
        if (bar.index % 20 === 18) this.close();
        this.plot('position', this.position);
      } }`,
      { language: 'javascript' },
    );
    expect(javascript.status).toBe('done');
    expect(python).toEqual(javascript);
  });

  it('gives the same decisions every time, by sets and random numbers too', async () => {
    const source = `import random
import numpy as np
${onBar('chosen = next(iter({"a", "b", "c", "d"}))\nself.buy(1 + ord(chosen) % 7 + random.random() + np.random.rand())')}`;
    const outcome = await run(source);
    expect(outcome).toMatchObject({ status: 'done', decisions: { length: 200 } });
    expect(await run(source)).toEqual(outcome);
  });

  it('keeps what a strategy prints, with its bar, and what a library complains of', async () => {
    const outcome = await run(`import warnings
print("at the top")
${onBar('if bar.index == 2:\n    print("bar", bar.close, end="")\n    print("!")\n    warnings.warn("careful")')}`);
    expect(outcome.log).toEqual([
      { level: 'log', text: 'at the top', bar: null },
      { level: 'log', text: 'bar 101.65896132693415!', bar: 2 },
      { level: 'warn', text: 'UserWarning: careful (line 10)', bar: 2 },
    ]);
  });

  it('cuts printed text off at its cap and goes on', async () => {
    const outcome = await run(onBar('print("😀" * 40_000)\nself.buy(1)'));
    expect(outcome).toMatchObject({ status: 'done', decisions: { length: 200 } });
    expect(printed(outcome).at(0)).toContain('… (truncated)');
    expect(printed(outcome).at(-1)).toContain('Output is truncated here');
  });

  it('counts texts as the app does', async () => {
    const plot = await run(onBar('self.plot("😀" * 21, 1)'));
    expect(plot).toMatchObject({
      error: { message: expect.stringContaining('1 to 40') as string },
    });
    const tag = await run(onBar('self.buy(1, tag="😀" * 33)'));
    expect(tag).toMatchObject({
      error: { message: expect.stringContaining('at most 64') as string },
    });
    const fits = await run(onBar('self.buy(1, tag="😀" * 32); self.plot("😀" * 20, 1)'));
    expect(fits).toMatchObject({ status: 'done' });
  });

  it('shows bars as copies that cannot be changed', async () => {
    const outcome = await run(onBar('bar.close = 1.0'));
    expect(outcome).toMatchObject({ status: 'failed', error: { line: 5, bar: 0 } });
  });

  it.each([
    [
      'the strategy’s own line and bar',
      onBar('if bar.index == 7: raise ValueError("on purpose")'),
      'ValueError: on purpose',
      { line: 5, column: 28, bar: 7 },
    ],
    [
      'the line that called into Stratbox',
      onBar('self.buy(-1)'),
      'ValueError: buy on bar 0: -1 is not a finite quantity above 0',
      { line: 5, bar: 0 },
    ],
    [
      'the place of a syntax error',
      'x = = 1',
      'SyntaxError: invalid syntax',
      { line: 1, column: 5 },
    ],
    ['what a text must have', 'x = 1', 'TypeError: A strategy must have a "class …(Strategy)"', {}],
    [
      'a module that is not there',
      'import torch',
      "ModuleNotFoundError: No module named 'torch'",
      { line: 1 },
    ],
    [
      'a decision that waits',
      'from stratbox import Strategy\nclass Test(Strategy):\n    async def on_bar(self, bar):\n        self.buy(1)',
      'TypeError: on_bar must not be async',
      {},
    ],
    ['a text that asks for input', 'input()', 'RuntimeError: lost sys.stdin', { line: 1 }],
    ['an end by the strategy itself', 'raise SystemExit(3)', 'SystemExit: 3', { line: 1 }],
  ])('reports %s', async (_name, source, message, place) => {
    const outcome = await run(source);
    expect(outcome).toMatchObject({
      status: 'failed',
      error: {
        code: 'strategy-error',
        message: expect.stringContaining(message) as string,
        ...place,
      },
    });
    expect(JSON.stringify(outcome)).not.toContain('/opt/stratbox');
  });

  it.each([
    ['never returns', onBar('while True: pass'), 'time-limit'],
    [
      'never returns from a library',
      `import re\n${onBar('re.match("(a+)+$", "a" * 60 + "b")')}`,
      'time-limit',
    ],
    [
      'fills memory',
      onBar('kept = []\nwhile True: kept.append(list(range(100_000)))'),
      'out-of-memory',
    ],
    [
      'fills memory with an array',
      `import numpy as np\n${onBar('kept = np.ones(10 ** 9)')}`,
      'out-of-memory',
    ],
  ])('says what went wrong when a strategy %s', async (_name, source, code) => {
    const outcome = await run(source, { limits: { timeLimitSeconds: 4, memoryMegabytes: 256 } });
    expect(outcome).toMatchObject({ status: 'failed', error: { code } });
  });

  it('has every package it promises, and works with them', async () => {
    const outcome =
      await run(`import numpy as np, pandas as pd, scipy.stats, statsmodels.api as sm, numba, orjson

@numba.njit
def double(x):
    return 2 * x

ones = np.arange(10.0)
print(double(21), round(scipy.stats.norm.ppf(0.975), 2), orjson.dumps({"a": 1}).decode())
print(round(sm.OLS(3 * ones, ones).fit().params[0], 6), pd.Series(ones).rolling(2).mean().iloc[-1])
${onBar('pass')}`);
    expect(printed(outcome)).toEqual(['42 1.96 {"a":1}', '3.0 8.5']);
  });

  it('reaches neither a network nor a file nor another program', async () => {
    const outcome = await run(`import socket, subprocess
def attempt(action):
    try:
        return str(action())
    except OSError as error:
        return type(error).__name__
print(attempt(lambda: socket.socket()))
print(attempt(lambda: open("/opt/stratbox/x", "w")))
print(attempt(lambda: open("/etc/shadow").read()))
${onBar('pass')}`);
    expect(printed(outcome)).toEqual(['PermissionError', 'OSError', 'PermissionError']);
  });
});
