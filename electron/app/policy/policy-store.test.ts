import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { presets } from '../../../shared/validation/policy.ts';
import { openStore } from '../store/open-store.ts';
import { openTestApp } from '../testing/open-test-app.ts';
import { createPolicyStore } from './policy-store.ts';

/** A workspace's policy as two apps see it, and its audit log. */
async function openPolicy() {
  const { home, call, events } = await openTestApp();
  const store = openStore(home);
  onTestFinished(() => store.close());
  const { audit } = store;
  const changes = () =>
    audit
      .list(50)
      .filter(({ event }) => event === 'policy.changed')
      .map(({ detail }) => detail as { by: string; before: object; after: object });
  const byHand = (text: string) => writeFileSync(join(home, 'policy.json'), text);
  return { home, call, events, audit, changes, byHand };
}

const honest = { source: 'export default class A {}', language: 'javascript' } as const;

describe('the workspace’s policy', () => {
  it('is the standard one before anything was changed, without a file', async () => {
    const { home, call, changes } = await openPolicy();
    const state = await call('policy.get', {});
    expect(state).toMatchObject({
      policy: presets.standard,
      presets,
      file: join(home, 'policy.json'),
    });
    expect(existsSync(state.file)).toBe(false);
    expect(changes()).toEqual([]);
  });

  it('is saved, reset, announced and put on record', async () => {
    const { call, events, changes } = await openPolicy();
    const { hash } = await call('policy.get', {});
    const saved = await call('policy.save', { policy: presets.strict, basedOn: hash });
    expect(saved.policy).toEqual(presets.strict);
    expect(await call('policy.get', {})).toEqual(saved);
    expect(events).toContainEqual({ name: 'policy.changed', payload: { hash: saved.hash } });
    const reset = await call('policy.reset', {});
    expect(reset.hash).toBe(hash);
    const standard = { hash, policy: { preset: 'standard' } };
    const strict = { hash: saved.hash, policy: { preset: 'strict' } };
    expect(changes()).toEqual([
      { by: 'app', before: strict, after: standard },
      { by: 'app', before: standard, after: strict },
    ]);
  });

  it('refuses a change of a policy that somebody else has changed meanwhile', async () => {
    const { call, byHand } = await openPolicy();
    const { hash } = await call('policy.get', {});
    byHand('{"preset": "strict"}');
    const saving = call('policy.save', { policy: presets.research, basedOn: hash });
    await expect(saving).rejects.toMatchObject({ code: 'conflict' });
    expect((await call('policy.get', {})).policy.preset).toBe('strict');
  });

  it.each([
    ['a CRITICAL that runs', { decisions: { ...presets.standard.decisions, CRITICAL: 'allow' } }],
    ['a rule that does not exist', { overrides: { nothing: { off: true } } }],
  ])('refuses %s', async (_, changes) => {
    const { call } = await openPolicy();
    const { hash } = await call('policy.get', {});
    const policy = { ...presets.standard, ...changes } as typeof presets.standard;
    await expect(call('policy.save', { policy, basedOn: hash })).rejects.toMatchObject({
      code: 'bad-input',
    });
  });

  it('follows the file from one judgement to the next, and records changes by hand once', async () => {
    const { call, events, byHand, changes } = await openPolicy();
    const eval1 = { source: "eval('1');", language: 'javascript' } as const;
    expect(await call('validation.check', eval1)).toMatchObject({ decision: 'review' });
    byHand('{"preset": "strict"}');
    expect(await call('validation.check', eval1)).toMatchObject({
      decision: 'reject',
      policy: { preset: 'strict', changed: false },
    });
    byHand('{\n  "preset": "strict"\n}');
    await call('validation.check', eval1);
    expect(changes()).toMatchObject([
      {
        by: 'hand',
        before: { policy: { preset: 'standard' } },
        after: { policy: { preset: 'strict' } },
      },
    ]);
    expect(events.filter(({ name }) => name === 'policy.changed')).toHaveLength(1);
  });

  it('tells of a change by hand at once where a window is open', async () => {
    const { home, byHand, audit } = await openPolicy();
    const told: unknown[] = [];
    const policy = createPolicyStore(home, audit, (name, payload) => told.push({ name, payload }));
    onTestFinished(() => policy.close());
    policy.read();
    policy.watch();
    byHand('{"preset": "strict"}');
    await vi.waitFor(() => expect(told).toHaveLength(1), 5000);
    expect(told).toEqual([{ name: 'policy.changed', payload: { hash: policy.read().hash } }]);
  });

  it('records a change by hand that was made while nothing ran', async () => {
    const { home, byHand, audit, changes } = await openPolicy();
    createPolicyStore(home, audit, () => undefined).read();
    byHand('{"preset": "research"}');
    createPolicyStore(home, audit, () => undefined).read();
    createPolicyStore(home, audit, () => undefined).read();
    expect(changes()).toMatchObject([{ by: 'hand', after: { policy: { preset: 'research' } } }]);
    rmSync(join(home, 'policy.json'));
    createPolicyStore(home, audit, () => undefined).read();
    expect(changes()).toHaveLength(2);
  });

  it('that is damaged lets nothing run, says so, and is kept when it is reset', async () => {
    const { home, call, byHand, changes } = await openPolicy();
    byHand('{"preset": "standard", "thresholds": {\n"medium": }}');
    const judged = await call('validation.check', honest);
    expect(judged).toMatchObject({
      decision: 'reject',
      findings: [{ ruleId: 'policy-unusable', family: 'syntax' }],
    });
    expect(judged.findings[0]?.message).toContain('policy.json, line 2');
    expect(await call('policy.get', {})).toMatchObject({
      policy: presets.strict,
      problem: { line: 2 },
    });
    expect(changes()).toMatchObject([
      { by: 'hand', after: { problem: expect.stringContaining('line 2') as string } },
    ]);

    await call('policy.reset', {});
    expect(await call('validation.check', honest)).toMatchObject({ decision: 'allow' });
    expect(readdirSync(home).some((name) => name.startsWith('policy.json.damaged-'))).toBe(true);
  });
});
