import { beforeEach, describe, expect, it } from 'vitest';
import { presets, type Policy } from '../../../shared/validation/policy.ts';
import { connectTestApp } from '../../test-bridge.ts';
import { withPreset } from './policy-changes.ts';
import { usePolicyStore } from './policy-store.ts';

const { standard } = presets;
const store = () => usePolicyStore.getState();

/** An app that keeps one policy and refuses what is based on another. */
function policyApp() {
  let policy: Policy = standard;
  let version = 1;
  const state = () => ({ policy, presets, hash: `hash ${version}`, file: 'policy.json' });
  const put = (next: Policy) => {
    policy = next;
    version++;
    return state();
  };
  const app = connectTestApp({
    'policy.get': state,
    'policy.reset': () => put(standard),
    'policy.save': ({ policy: next, basedOn }: { policy: Policy; basedOn: string }) => {
      if (basedOn === `hash ${version}`) return put(next);
      throw Object.assign(new Error(), { code: 'conflict', message: 'Overtaken.', hint: '' });
    },
  });
  return { ...app, put, inForce: () => policy };
}

beforeEach(() => usePolicyStore.setState({ state: null, failure: null, earlier: [] }));

describe('the policy', () => {
  it('is changed at once, and taken back step by step', async () => {
    const app = policyApp();
    await store().load();
    const strict = store().save(withPreset(standard, 'strict'));
    expect(store().state?.policy.preset).toBe('strict');
    await strict;
    expect(app.inForce().preset).toBe('strict');
    await store().save(withPreset(standard, 'research'));
    await store().undo();
    expect(app.inForce().preset).toBe('strict');
    await store().undo();
    expect(app.inForce()).toEqual(standard);
    expect(store().earlier).toEqual([]);
  });

  it('takes changes in a row, each on top of the one before', async () => {
    const app = policyApp();
    await store().load();
    const first = store().save({ ...standard, thresholds: { ...standard.thresholds, medium: 20 } });
    const { policy = standard } = store().state ?? {};
    const second = store().save({ ...policy, allowedModules: ['stratbox', 'lodash'] });
    await Promise.all([first, second]);
    expect(app.inForce()).toMatchObject({
      thresholds: { medium: 20 },
      allowedModules: ['stratbox', 'lodash'],
    });
    expect(store().state?.policy).toEqual(app.inForce());
  });

  it('can be reset, which can be taken back', async () => {
    const app = policyApp();
    await store().load();
    await store().save(withPreset(standard, 'strict'));
    await store().reset();
    expect(store().state?.policy).toEqual(standard);
    await store().undo();
    expect(app.inForce().preset).toBe('strict');
  });

  it('shows what is in force when the app refuses, and takes nobody else’s change back', async () => {
    const app = policyApp();
    await store().load();
    await store().save(withPreset(standard, 'strict'));
    app.put(withPreset(standard, 'research'));
    await store().save(withPreset(standard, 'standard'));
    expect(app.inForce().preset).toBe('research');
    expect(store().state?.policy.preset).toBe('research');
    expect(store().earlier).toEqual([]);
  });
});
