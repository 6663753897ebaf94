import { expect, it } from 'vitest';
import { openTestApp, runRequest } from '../testing/open-test-app.ts';

const trades = 'time,symbol,profit\n2024-01-02,A,5\n2024-01-03,B,-1\n';

it('a script that decides nothing is done, with a flat account and what it left', async () => {
  const { call } = await openTestApp();
  const { id, hash } = await call('catalog.import', { fileName: 'trades.csv', content: trades });
  const source = `import { data, loadTrades } from 'stratbox';
console.log(loadTrades().length);
export const result = { bars: data.close.length, profit: loadTrades()[0].profit, odd: () => 1 };
`;
  const record = await call('run.execute', runRequest(source, { tableIds: [id] }));
  expect(record.error).toBeNull();
  expect(record).toMatchObject({
    status: 'done',
    log: [{ text: '2' }],
    trades: [],
    scriptResult: {
      kind: 'record',
      entries: [
        { name: 'bars', value: 5105 },
        { name: 'profit', value: 5 },
      ],
    },
    extractionError: 'result["odd"] is function, neither number, text, date nor table.',
    manifest: { tables: [{ id, name: 'trades', hash }], decisionCount: 0 },
    badges: { verified: { state: 'passed' }, noLookAhead: { state: 'unknown' } },
  });
  expect(record.badges.noLookAhead.detail).toContain('It decided nothing');
  expect(record.badges.verified.detail).toContain('its own word and not verified');
  expect(new Set(record.curve.equity)).toEqual(new Set([100_000]));
  expect(await call('history.read', { runId: record.summary.runId })).toEqual(record);
});

it('a script that decides is told apart from one that is handed its bars', async () => {
  const { call } = await openTestApp();
  const { id } = await call('catalog.import', { fileName: 'trades.csv', content: trades });
  const source = `import { data, sim } from 'stratbox';
sim(data.close.map((close, bar) => (bar > 0 && close > data.open[bar] ? 1 : 0)));
`;
  const record = await call('run.execute', runRequest(source, { tableIds: [id] }));
  expect(record).toMatchObject({ status: 'done', scriptResult: null });
  expect(record.manifest.decisionCount).toBeGreaterThan(1000);
  expect(record.badges.verified.detail).toMatch(/was shown no account\.$/);
  expect(record.badges.noLookAhead.detail).toContain('all bars at once');
  expect(record.badges.noLookAhead.detail).toContain('the tables it was given');
});

it('a table that was not chosen is not there', async () => {
  const { call } = await openTestApp();
  await call('catalog.import', { fileName: 'trades.csv', content: trades });
  const source = "import { load } from 'stratbox';\nexport const result = load('trades');\n";
  const record = await call('run.execute', runRequest(source));
  expect(record).toMatchObject({
    status: 'failed',
    scriptResult: null,
    error: { line: 2, message: expect.stringContaining('it has SPX. Tick the table') as string },
  });
});

it('another result of the same script is not reproducible', async () => {
  const { call } = await openTestApp();
  const run = async (source: string) => {
    await call('run.execute', runRequest(source));
    return (await call('run.execute', runRequest(source))).badges.reproducible.state;
  };
  expect(await run('export const result = { one: 1 };')).toBe('passed');
  expect(await run('export const result = Math.random();')).toBe('failed');
});
