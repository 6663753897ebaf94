import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunRecord, RunRequest } from '../../../shared/contract/models/run.ts';
import { findLocations } from '../locations.ts';
import { exampleSource, openTestApp, runRequest } from '../testing/open-test-app.ts';

const { examples } = findLocations();
const pythonSource = (name: string) => readFileSync(join(examples, `${name}.py`), 'utf8');

/** Every Python example, and the one in JavaScript that must make the same decisions. */
const twins: Readonly<Record<string, string | null>> = {
  average_positions: 'sma-cross',
  average_script: 'sma-cross',
  average_signals: 'sma-cross',
  breakout_script: null,
  breakout_with_bracket: 'breakout-with-bracket',
  buy_and_hold: 'buy-and-hold',
  momentum_rotation: 'momentum-rotation',
  monthly_rebalance: 'monthly-rebalance',
  monthly_signals: 'monthly-rebalance',
  rsi_mean_reversion: 'rsi-mean-reversion',
  sma_cross: 'sma-cross',
  volatility_positions: null,
};

async function runTogether(
  requests: readonly RunRequest[],
): Promise<readonly [RunRecord, ...RunRecord[]]> {
  const { call } = await openTestApp();
  const records: RunRecord[] = [];
  for (const request of requests) records.push(await call('run.execute', request));
  return records as [RunRecord, ...RunRecord[]];
}
const inPython = (source: string, changes: Partial<RunRequest> = {}) =>
  runRequest(source, { language: 'python', sandbox: 'docker', ...changes });

describe('a Python run from the request to the record', () => {
  it('lists every example in Python', () => {
    const files = readdirSync(examples).filter((name) => name.endsWith('.py'));
    const names = [...Object.keys(twins), 'drawdown_analysis', 'month_analysis'].map(
      (name) => `${name}.py`,
    );
    expect(names.toSorted()).toEqual(files.toSorted());
  });

  it.each(Object.entries(twins))('runs %s as %s runs', async (name, twin) => {
    const changes = { sandbox: 'docker' } as const;
    const [python, javascript] = await runTogether([
      inPython(pythonSource(name)),
      ...(twin === null ? [] : [runRequest(exampleSource(twin), changes)]),
    ]);
    expect(python.error).toBeNull();
    expect(python.badges).toMatchObject({
      validated: { state: 'passed' },
      isolated: { state: 'passed' },
      verified: { state: 'passed' },
      // Nobody claims what was not tested; and the check of the text found nothing.
      noLookAhead: { state: 'unknown' },
    });
    expect(python.manifest.decisionCount).toBeGreaterThan(0);
    if (javascript === undefined) return;
    expect(python.manifest.decisionsHash).toBe(javascript.manifest.decisionsHash);
    expect(python.manifest.equityHash).toBe(javascript.manifest.equityHash);
    expect(python.metrics).toEqual(javascript.metrics);
    expect(python.plots).toEqual(javascript.plots);
  });

  it('leaves the same analysis as JavaScript, with the account’s trades beside it', async () => {
    const { call } = await openTestApp();
    const content = 'time,profit\n2024-01-02,5\n2024-01-09,-1.5\n2024-03-01,\n2024-12-31,7\n';
    const { id } = await call('catalog.import', { fileName: 'trades-2024.csv', content });
    const changes = { sandbox: 'docker', tableIds: [id] } as const;
    const python = inPython(pythonSource('month_analysis'), { ...changes, tableIds: [id] });
    const javascript = runRequest(exampleSource('month-analysis'), { ...changes, tableIds: [id] });
    const [one, other] = [
      await call('run.execute', python),
      await call('run.execute', javascript),
    ] as const;
    for (const record of [one, other]) {
      expect(record).toMatchObject({
        status: 'done',
        extractionError: null,
        assessment: { findings: [] },
        manifest: { decisionCount: 0, tables: [{ id }] },
      });
    }
    const columnsOf = ({ scriptResult }: RunRecord) =>
      scriptResult?.kind === 'table' ? scriptResult.columns : [];
    const rounded = (record: RunRecord) =>
      columnsOf(record).map(({ name, kind, values }) => ({
        ...{ name, kind },
        values: values.map((value) => (typeof value === 'number' ? value.toFixed(9) : value)),
      }));
    expect(rounded(one)).toEqual(rounded(other));
    expect(columnsOf(one)[0]?.values).toHaveLength(12);
    expect(columnsOf(one).at(-1)).toMatchObject({ name: 'profit', values: { 0: 3.5, 1: null } });
  });

  it('leaves the same lines as JavaScript, month by month', async () => {
    const records = await runTogether([
      inPython(pythonSource('drawdown_analysis')),
      runRequest(exampleSource('drawdown-analysis'), { sandbox: 'docker' }),
    ]);
    const tables = records.map(({ error, extractionError, scriptResult }) => {
      expect([error, extractionError]).toEqual([null, null]);
      if (scriptResult?.kind !== 'table') throw new Error('It left no table');
      return scriptResult.columns.map(({ kind, values }) =>
        values.map((value) => (kind === 'number' ? Number(value).toFixed(9) : value)),
      );
    });
    const [python = [], javascript] = tables;
    expect(python).toEqual(javascript);
    expect(python[0]).toHaveLength(244);
    // The index closed at 1,565.15 on 2007-10-09 and at 735.09 on 2009-02-27.
    expect(Math.min(...(python[1] ?? []).map(Number))).toBeCloseTo(735.09 / 1565.15 - 1, 6);
  });

  it('runs many instruments as JavaScript does', async () => {
    const many = {
      datasetId: 'aapl',
      moreDatasetIds: ['amzn', 'goog', 'ibm', 'msft'],
    };
    const [python, javascript] = await runTogether([
      inPython(pythonSource('momentum_rotation'), many),
      runRequest(exampleSource('momentum-rotation'), { sandbox: 'docker', ...many }),
    ]);
    expect(python.error).toBeNull();
    expect(python.badges.verified.state).toBe('passed');
    expect(python.manifest.decisionCount).toBeGreaterThan(100);
    expect(python.manifest.decisionsHash).toBe(javascript?.manifest.decisionsHash);
  });

  it('is reproducible: the same inputs, the same decisions', async () => {
    const source = pythonSource('monthly_rebalance');
    const [, again] = await runTogether([
      inPython(source, { parameters: { share: 0.3 } }),
      inPython(source, { parameters: { share: 0.3 } }),
    ]);
    expect(again?.badges.reproducible.state).toBe('passed');
  });

  it('says where a text was given all bars at once', async () => {
    const [atOnce, barByBar] = await runTogether([
      inPython(pythonSource('average_positions')),
      inPython(pythonSource('buy_and_hold')),
    ]);
    expect(atOnce.badges.noLookAhead.detail).toContain('all bars at once');
    expect(barByBar?.badges.noLookAhead.detail).toContain('one at a time');
    expect(atOnce.badges.verified.detail).toContain('was shown no account');
    expect(barByBar?.badges.verified.detail).toContain('agrees to the last bit');
  });

  it('is blocked by its score like any other text', async () => {
    const [record] = await runTogether([inPython('import os\nos.system("ls")\n')]);
    expect(record.status).toBe('blocked');
  });

  it('says in which line of the text it failed', async () => {
    const [record] = await runTogether([
      inPython(
        'from stratbox import Strategy\n\n\nclass Broken(Strategy):\n    def on_bar(self, bar):\n        self.buy(bar.index - 5)\n',
      ),
    ]);
    expect(record).toMatchObject({
      status: 'failed',
      error: { code: 'strategy-error', line: 6, bar: 0 },
    });
  });
});
