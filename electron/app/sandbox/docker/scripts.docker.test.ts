import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableToBytes } from '../../../../shared/bars/table-bytes.ts';
import { defaultLimits } from '../../../../shared/contract/models/run.ts';
import { defaultSettings } from '../../../../shared/engine/settings.ts';
import type { GivenTable } from '../../../../shared/frames/job-tables.ts';
import { parseTable } from '../../../../shared/importers/table.ts';
import type { Language } from '../../../../shared/validation/types.ts';
import { hashDecisions } from '../../run/verify.ts';
import { createEmbeddedSandbox } from '../embedded/index.ts';
import { executeJob, type JobOutcome } from '../execute-job.ts';
import { openTextBench, swingingMarket } from './python-bench.ts';

let bench: Awaited<ReturnType<typeof openTextBench>>;
beforeAll(async () => {
  bench = await openTextBench(['javascript', 'python']);
});
afterAll(() => bench.close());

const embedded = createEmbeddedSandbox(
  fileURLToPath(new URL('../../../../out/sandbox', import.meta.url)),
);
const market = swingingMarket(['ONE', 'TWO'], 60);
const names = [{ symbol: 'ONE', id: 'first', name: 'First of all' }];

function given(id: string, csv: string): GivenTable {
  const { table } = parseTable(csv);
  const { columns, rowCount } = table;
  return { id, name: id, columns, rowCount, bytes: tableToBytes(table) };
}
const trades = given(
  'trades-2024',
  `time,symbol,note,profit,open
2024-01-02,AAPL,"Ö, ""so""",10.5,true
2024-01-08,MSFT,,-2,false
,AAPL,x,,
2024-01-10,AAPL,y,4,true
`,
);
const tables = [trades, given('limits', 'symbol,most\nONE,5\n')];

async function run(
  source: string,
  language: Language | 'embedded',
  limits = defaultLimits,
): Promise<JobOutcome> {
  if (language !== 'embedded') {
    return bench.run({ source, language, market, names, tables, limits });
  }
  const given = { source, parameters: {}, market, names, tables, reuseBar: false };
  return executeJob(
    embedded.start({ limits, reason: 'test' }),
    { ...given, settings: defaultSettings, limits },
    {
      signal: new AbortController().signal,
      onProgress: () => undefined,
      onLog: () => undefined,
    },
  );
}

function doneOf(outcome: JobOutcome) {
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
  const { scriptResult, extractionError, equityChecksum, decisions } = outcome;
  const printed = outcome.log.map(({ text }) => text);
  const hash = hashDecisions(decisions);
  return { scriptResult, extractionError, equityChecksum, printed, hash, count: decisions.length };
}

/** The same script in all sandboxes must come to the same. */
async function everywhere(javascript: string, python: string) {
  const [container, inside, twin] = [
    doneOf(await run(javascript, 'javascript')),
    doneOf(await run(javascript, 'embedded')),
    doneOf(await run(python, 'python')),
  ];
  expect(inside).toEqual(container);
  expect(twin).toEqual(container);
  return container;
}

describe('a script in JavaScript and its twin in Python', () => {
  it('decide the same by sim', async () => {
    const { count, equityChecksum } = await everywhere(
      `import { data, sim } from 'stratbox';
const weights = (symbol) => data.get('close', symbol).map((close, bar) =>
  bar % 7 === 3 ? null : close > 105 ? 0.5 : close < 95 ? -0.25 : 0);
sim({ TWO: weights('TWO'), ONE: weights('ONE') }, { stopLoss: 0.05, takeProfit: 0.1 });
export const result = data.close[10] === data.get('close', 'ONE')[10];`,
      `import numpy as np
import pandas as pd
from stratbox import data, sim

def weights(symbol):
    close = data["close"][symbol]
    target = np.where(close > 105, 0.5, np.where(close < 95, -0.25, 0))
    return np.where(np.arange(len(close)) % 7 == 3, np.nan, target)

table = pd.DataFrame({"TWO": weights("TWO"), "ONE": weights("ONE")}, index=data.index)
sim(table, stop_loss=0.05, take_profit=0.1)
result = True
`,
    );
    expect(count).toBeGreaterThan(5);
    expect(equityChecksum).toBeNull();
  });

  it('read the tables and the bars that the run was given, and leave a table', async () => {
    const { scriptResult, printed } = await everywhere(
      `import { load, loadTrades } from 'stratbox';
console.log(loadTrades().length, loadTrades({ days: 2 }).length, load('LIMITS.csv')[0].most);
console.log(load('ONE').length, load('first').length, load('first of all').length);
const [first] = loadTrades();
console.log(first.note, first.open);
export const result = loadTrades().filter((trade) => trade.symbol === 'AAPL');`,
      `from stratbox import load, load_trades
print(len(load_trades()), len(load_trades(days=2)), int(load("LIMITS.csv")["most"].iloc[0]))
print(len(load("ONE")), len(load("first")), len(load("first of all")))
first = load_trades().iloc[0]
print(first["note"], str(first["open"]).lower())
trades = load_trades()
result = trades[trades["symbol"] == "AAPL"].reset_index(drop=True).set_index("time")
`,
    );
    expect(printed).toEqual(['4 2 5', '60 60 60', 'Ö, "so" true']);
    expect(scriptResult).toEqual({
      kind: 'table',
      columns: [
        { name: 'time', kind: 'time', values: [Date.UTC(2024, 0, 2), null, Date.UTC(2024, 0, 10)] },
        { name: 'symbol', kind: 'text', values: ['AAPL', 'AAPL', 'AAPL'] },
        { name: 'note', kind: 'text', values: ['Ö, "so"', 'x', 'y'] },
        { name: 'profit', kind: 'number', values: [10.5, null, 4] },
        { name: 'open', kind: 'boolean', values: [true, null, true] },
      ],
      indexCount: 1,
      rowCount: 3,
      columnCount: 5,
    });
  });

  it('leave records, columns and values alike', async () => {
    const forms: readonly (readonly [string, string])[] = [
      ['3.5', '3.5'],
      ['new Date(Date.UTC(2024, 0, 2))', 'datetime.date(2024, 1, 2)'],
      ['{ mean: 1, best: { day: "x" } }', '{"mean": 1, "best": {"day": "x"}}'],
      ['{ a: [1, 2], b: ["x", null] }', '{"a": [1, 2], "b": ["x", None]}'],
      ['[{ a: 1 }, { a: null, b: true }]', '[{"a": 1}, {"a": None, "b": True}]'],
      ['Array.from({ length: 5105 }, (_, i) => i)', 'list(range(5105))'],
      ['Infinity', 'float("inf")'],
      ['{ A: { mean: 1 }, B: { mean: 2 } }', '{"A": {"mean": 1}, "B": {"mean": 2}}'],
    ];
    for (const [javascript, python] of forms) {
      await everywhere(
        `export const result = ${javascript};`,
        `import datetime\nresult = ${python}\n`,
      );
    }
  });

  it.each([
    [
      "import { load } from 'stratbox'; export const result = load('prices');",
      'from stratbox import load\nresult = load("prices")\n',
      'load("prices"): this run was not given it; it has trades-2024, limits, ONE, TWO. Tick the table under Run settings › Data',
    ],
    [
      "import { loadTrades } from 'stratbox'; export const result = loadTrades({ days: -1 });",
      'from stratbox import load_trades\nresult = load_trades(days=-1)\n',
      'days is -1; it must be a number above 0',
    ],
    ['console.log(1);', 'print(1)\n', 'sim('],
  ])('say what is wrong with %s', async (javascript, python, message) => {
    const failed = {
      status: 'failed',
      error: { message: expect.stringContaining(message) as string },
    };
    expect(await run(javascript, 'javascript')).toMatchObject(failed);
    expect(await run(javascript, 'embedded')).toMatchObject(failed);
    expect(await run(python, 'python')).toMatchObject(failed);
  });
});

describe('a script that never ends', () => {
  it.each(['javascript', 'embedded', 'python'] as const)('is stopped in %s', async (language) => {
    const source = language === 'python' ? 'while True: pass\n' : 'while (true) {}';
    const limits = { ...defaultLimits, timeLimitSeconds: 2 };
    expect(await run(source, language, limits)).toMatchObject({
      status: 'failed',
      error: { code: 'time-limit' },
    });
  });
});

describe('a Python text that writes a result of its own to the wire', () => {
  // Python cannot keep a text from the runner's descriptor: the host reads whatever comes.
  const forging = (payload: string, after = '') => `import json, os, struct
payload = (${payload}).encode()
for descriptor in range(3, 12):
    try:
        if os.readlink(f"/proc/self/fd/{descriptor}").startswith("pipe:"):
            os.write(descriptor, struct.pack("<IB", len(payload), 23) + payload)
    except OSError:
        pass
${after}
`;
  const value = 'json.dumps({"result": {"kind": "value", "value": 7}, "error": None})';

  it('has said it by its own word, as every script does', async () => {
    const honest = 'from stratbox import Strategy\nclass Test(Strategy):\n    pass';
    const outcome = await run(forging(value, honest), 'python');
    expect(outcome).toMatchObject({ status: 'done', scriptResult: { kind: 'value', value: 7 } });
  });

  it.each([
    ['a second result', value, 'result = 1'],
    ['NaN', '\'{"result": {"kind": "value", "value": NaN}, "error": null}\'', ''],
    ['infinity', '\'{"result": {"kind": "value", "value": 1e999}, "error": null}\'', ''],
    ['no JSON', '"hello"', ''],
    [
      'rows without end',
      'json.dumps({"result": {"kind": "table", "columns": [{"name": "x", "kind": "number", "values": [1] * 9999}], "indexCount": 0, "rowCount": 9999, "columnCount": 1}, "error": None})',
      '',
    ],
  ])('ends its run with %s', async (_name, payload, after) => {
    expect(await run(forging(payload, after || 'result = 1'), 'python')).toMatchObject({
      status: 'failed',
      error: { code: 'protocol-violation' },
    });
  });
});

describe('what a run was not given', () => {
  it('is not in its sandbox, however the text asks', async () => {
    const source = `from stratbox.run import current_run
result = [table.id for table in current_run().tables]
`;
    const outcome = await bench.run({ source, market, names, tables: tables.slice(1) });
    expect(doneOf(outcome).scriptResult).toMatchObject({ columns: [{ values: ['limits'] }] });
  });

  it('stays out of reach for a strategy class in JavaScript', async () => {
    const looker = `import { Strategy, data } from 'stratbox';
export default class Looker extends Strategy { onBar(bar) { this.buy(data.close[bar.index + 1]); } }`;
    for (const language of ['javascript', 'embedded'] as const) {
      expect(await run(looker, language)).toMatchObject({
        status: 'failed',
        error: { bar: 0, message: expect.stringContaining('one at a time') as string },
      });
    }
  });
});
