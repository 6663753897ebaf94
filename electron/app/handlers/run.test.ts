import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../shared/contract/models/run.ts';
import {
  exampleNames,
  exampleSource,
  openTestApp,
  runRequest,
  strategyWith,
} from '../testing/open-test-app.ts';

describe('a run in the embedded sandbox', () => {
  it.each(exampleNames)('gives a verified result for the example %s', async (name) => {
    const { call } = await openTestApp();
    const source = exampleSource(name);
    const record = await call('run.execute', runRequest(source, { name }));
    expect(record.error).toBeNull();
    expect(record).toMatchObject({
      status: 'done',
      sandbox: { kind: 'embedded' },
      badges: { validated: { state: 'passed' }, verified: { state: 'passed' } },
      assessment: { riskScore: 0, findings: [] },
    });
    expect(record.trades.length).toBeGreaterThan(0);
    expect(record.curve.time.length).toBeLessThanOrEqual(2000);
    expect(record.curve.equity).toHaveLength(record.curve.time.length);
    expect(record.manifest.sourceHash).toBe(createHash('sha256').update(source).digest('hex'));
    expect(record.manifest.barCount).toBe(5105);
  });

  it('never has a network: one that asks for it is refused, chosen or fallen back', async () => {
    const { call } = await openTestApp();
    const limits = { ...defaultLimits, network: 'bridge' as const };
    const record = await call('run.execute', runRequest(exampleSource('sma-cross'), { limits }));
    expect(record).toMatchObject({ status: 'no-sandbox', resources: null });
    expect(record.error?.message).toContain('never has a network');
    expect(record.error?.hint).toContain('Set the network to none');
  });

  it('keeps every run, and shows it again as it was', async () => {
    const { call, events } = await openTestApp();
    const record = await call('run.execute', runRequest(exampleSource('buy-and-hold')));
    const [summary] = await call('history.list', {});
    expect(summary).toEqual(record.summary);
    expect(await call('history.read', { runId: record.summary.runId })).toEqual(record);
    expect(events.map(({ name }) => name)).toContain('run.finished');
  });

  it('proves that it reproduces when it runs again, and tells when it does not', async () => {
    const { call } = await openTestApp();
    const source = exampleSource('sma-cross');
    const first = await call('run.execute', runRequest(source));
    expect(first.badges.reproducible.state).toBe('unknown');
    const second = await call('run.execute', runRequest(source));
    expect(second.badges.reproducible.state).toBe('passed');
    expect(second.manifest.decisionsHash).toBe(first.manifest.decisionsHash);

    const random = strategyWith('if (Math.random() < 0.1) this.buy(1);');
    await call('run.execute', runRequest(random));
    const again = await call('run.execute', runRequest(random));
    expect(again.badges.reproducible.state).toBe('failed');
  });

  it('uses the parameters, the period and the costs it is given', async () => {
    const { call } = await openTestApp();
    const request = runRequest(exampleSource('monthly-rebalance'), {
      parameters: { share: 0.25 },
      from: '2008-01-01',
      to: '2008-12-31',
    });
    const record = await call('run.execute', request);
    expect(record.manifest).toMatchObject({ from: '2008-01-02', to: '2008-12-31', barCount: 253 });
    const free = await call('run.execute', {
      ...runRequest(request.source, request),
      runId: crypto.randomUUID(),
      settings: {
        ...request.settings,
        commission: { kind: 'percent', rate: 0 },
        slippage: { kind: 'percent', rate: 0 },
      },
    });
    const last = (run: typeof record) => run.curve.equity.at(-1) as number;
    expect(last(free)).toBeGreaterThan(last(record));
  });

  it('says what is wrong with a parameter, a period or a data set', async () => {
    const { call } = await openTestApp();
    const source = exampleSource('sma-cross');
    const wrong = await call('run.execute', runRequest(source, { parameters: { fast: 1 } }));
    expect(wrong.error?.message).toContain('Parameter "fast" is 1; it must be at least 2');
    await expect(call('run.execute', runRequest(source, { from: '2030-01-01' }))).rejects.toThrow(
      'fewer than two bars',
    );
    await expect(call('run.execute', runRequest(source, { datasetId: 'nowhere' }))).rejects.toThrow(
      /nowhere/,
    );
  });

  it('blocks a text that does not parse, and names the line', async () => {
    const { call } = await openTestApp();
    const record = await call('run.execute', runRequest('const a = 1;\nconst = 2;'));
    expect(record).toMatchObject({
      status: 'blocked',
      sandbox: { kind: 'none' },
      error: { code: 'blocked', line: 2 },
      badges: { validated: { state: 'failed' }, verified: { state: 'unknown' } },
    });
  });

  it('runs a MEDIUM risk only after a person accepted exactly this text', async () => {
    const { call } = await openTestApp();
    const source = `${strategyWith('if (bar.index === 0) this.buy(1);')}\nconst held = () => eval;`;
    const blocked = await call('run.execute', runRequest(source));
    expect(blocked).toMatchObject({ status: 'blocked', assessment: { decision: 'review' } });
    const { sourceHash, policy } = blocked.assessment;
    const policyHash = policy?.hash ?? '';
    const acceptance = { sourceHash, policyHash, reason: 'It is never called.' };
    const accepted = await call('run.execute', runRequest(source, { acceptance }));
    expect(accepted).toMatchObject({ status: 'done', manifest: { acceptance } });
    const edited = await call('run.execute', runRequest(`${source} `, { acceptance }));
    expect(edited.status).toBe('blocked');
  });

  it('is cancelled while it runs', async () => {
    const { call, events } = await openTestApp();
    const request = runRequest(strategyWith('while (true) { if (bar.index < 0) break; }'));
    const running = call('run.execute', request);
    while (!events.some(({ payload }) => (payload as { stage?: string }).stage === 'running')) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await call('run.cancel', { runId: request.runId });
    expect((await running).status).toBe('cancelled');
  });

  it('exports reports of a finished run only', async () => {
    const { call } = await openTestApp();
    const { summary } = await call('run.execute', runRequest(exampleSource('buy-and-hold')));
    const csv = await call('report.export', { runId: summary.runId, format: 'csv' });
    expect(csv.files.length).toBeGreaterThanOrEqual(3);
    expect(csv.files[1]?.content.trimEnd().split('\r\n')).toHaveLength(5106);
    const blocked = await call('run.execute', runRequest('const ='));
    await expect(
      call('report.export', { runId: blocked.summary.runId, format: 'html' }),
    ).rejects.toThrow('no result to report');
  });
});
