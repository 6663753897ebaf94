import { beforeEach, describe, expect, it } from 'vitest';
import type { RunSummary } from '../../../shared/contract/models/run.ts';
import type { StratboxBridge } from '../../../shared/contract/transport.ts';
import { connect } from '../../api.ts';
import { testRecord } from '../../../shared/contract/testing/test-record.ts';
import { useHistoryStore } from './history-store.ts';

const { summary } = testRecord();
let kept: RunSummary[] = [];
let broken = false;
let emit: (name: 'history.changed', payload: object) => void = () => undefined;

beforeEach(() => {
  kept = [1, 3, 2].map((startedAt) => ({ ...summary, runId: `run-${startedAt}`, startedAt }));
  broken = false;
  useHistoryStore.setState({ runs: null, failure: null });
  connect({
    request: async (name: string, input: { runId?: string }) => {
      if (broken) return { ok: false, error: { code: 'internal', message: 'lost', hint: '' } };
      if (name === 'history.remove') kept = kept.filter(({ runId }) => runId !== input.runId);
      return { ok: true, value: name === 'history.list' ? kept : { ok: true } };
    },
    subscribe: (listener: typeof emit) => {
      emit = listener;
      return () => undefined;
    },
  } as unknown as StratboxBridge);
});

const shownIds = () => useHistoryStore.getState().runs?.map(({ runId }) => runId);

describe('the history', () => {
  it('lists runs newest first', async () => {
    await useHistoryStore.getState().load();
    expect(shownIds()).toEqual(['run-3', 'run-2', 'run-1']);
  });

  it('reads the list again when the app says that it changed', async () => {
    await useHistoryStore.getState().load();
    kept = kept.slice(0, 1);
    emit('history.changed', {});
    await expect.poll(shownIds).toEqual(['run-1']);
  });

  it('drops a deleted run', async () => {
    await useHistoryStore.getState().load();
    await useHistoryStore.getState().remove('run-3');
    expect(shownIds()).toEqual(['run-2', 'run-1']);
  });

  it('keeps the list and says why when a run could not be deleted', async () => {
    await useHistoryStore.getState().load();
    broken = true;
    await useHistoryStore.getState().remove('run-3');
    expect(shownIds()).toContain('run-3');
    expect(useHistoryStore.getState().failure?.message).toBe('lost');
  });
});
