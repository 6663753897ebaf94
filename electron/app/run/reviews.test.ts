import { describe, expect, it, onTestFinished } from 'vitest';
import { presets } from '../../../shared/validation/policy.ts';
import { openStore } from '../store/open-store.ts';
import { openTestApp, runRequest, strategyWith } from '../testing/open-test-app.ts';

const source = `${strategyWith('if (bar.index === 0) this.buy(1);')}\nconst held = () => eval;`;
const text = { source, language: 'javascript' } as const;

/** An app in which a person has accepted `source` by running it. */
async function openAccepted() {
  const { home, call, events } = await openTestApp();
  const store = openStore(home);
  onTestFinished(() => store.close());
  const { sourceHash, policy } = await call('validation.check', text);
  const acceptance = { sourceHash, policyHash: policy?.hash ?? '', reason: 'It is never called.' };
  const record = await call('run.execute', runRequest(source, { acceptance }));
  const entries = (name: string) =>
    store.audit
      .list(50)
      .filter(({ event }) => event === name)
      .map(({ detail }) => detail);
  const setPolicy = async (changes: Partial<typeof presets.standard>) => {
    const { hash } = await call('policy.get', {});
    return call('policy.save', { policy: { ...presets.standard, ...changes }, basedOn: hash });
  };
  return { call, events, record, acceptance, entries, setPolicy };
}

describe('an acceptance', () => {
  it('is in the run’s record and on the audit log, with findings and policy', async () => {
    const { record, acceptance, entries, events } = await openAccepted();
    const findings = [{ ruleId: 'dangerous-eval', points: 30, line: 8, column: 20 }];
    expect(record).toMatchObject({
      status: 'done',
      manifest: { acceptance: { ...acceptance, findings }, policy: { preset: 'standard' } },
    });
    expect(record.manifest.policy?.hash).toBe(acceptance.policyHash);
    expect(entries('review.accepted')).toMatchObject([
      { ...acceptance, runId: record.summary.runId, preset: 'standard', riskScore: 30, findings },
    ]);
    expect(events.some(({ name }) => name === 'reviews.changed')).toBe(true);
  });

  it('holds for the identical text, without asking again, and the run says so', async () => {
    const { call, record, acceptance, entries } = await openAccepted();
    expect(await call('validation.check', text)).toMatchObject({
      decision: 'review',
      acceptance: { reason: acceptance.reason },
    });
    const again = await call('run.execute', runRequest(source));
    expect(again).toMatchObject({ status: 'done', badges: { validated: { state: 'passed' } } });
    expect(again.manifest.acceptance).toEqual(record.manifest.acceptance);
    expect(entries('review.accepted')).toHaveLength(1);
  });

  it('is void for any edit', async () => {
    const { call } = await openAccepted();
    const edited = { ...text, source: `${source} ` };
    expect(await call('validation.check', edited)).toMatchObject({ acceptance: null });
    expect((await call('run.execute', runRequest(edited.source))).status).toBe('blocked');
  });

  it('is void when the policy counts the findings higher, and holds when it does not', async () => {
    const { call, setPolicy } = await openAccepted();
    await setPolicy({ overrides: { 'endless-loop': { off: true } } });
    expect((await call('validation.check', text)).acceptance).not.toBeNull();
    await setPolicy({ overrides: { 'dangerous-eval': { points: 31 } } });
    expect((await call('validation.check', text)).acceptance).toBeNull();
    expect((await call('run.execute', runRequest(source))).status).toBe('blocked');
  });

  it('does not help where the policy rejects', async () => {
    const { call, setPolicy } = await openAccepted();
    await setPolicy(presets.strict);
    expect((await call('validation.check', text)).acceptance).toBeNull();
    expect((await call('run.execute', runRequest(source))).status).toBe('blocked');
  });

  it('is taken back, and that is on record too', async () => {
    const { call, acceptance, entries } = await openAccepted();
    await call('review.revoke', { sourceHash: acceptance.sourceHash });
    await call('review.revoke', { sourceHash: acceptance.sourceHash });
    expect((await call('validation.check', text)).acceptance).toBeNull();
    expect((await call('run.execute', runRequest(source))).status).toBe('blocked');
    expect(entries('review.revoked')).toMatchObject([{ sourceHash: acceptance.sourceHash }]);
  });
});
