import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/contract/errors.ts';
import { defaultLimits } from '../../../shared/contract/models/run.ts';
import { testRecord } from '../../../shared/contract/testing/test-record.ts';
import { connectTestApp } from '../../test-bridge.ts';
import { failed, initialRunState, started } from '../run/run-state.ts';
import { useRunStore } from '../run/run-store.ts';
import { useConnectionStore } from './connection-store.ts';
import { followConnection } from './follow-connection.ts';

const record = testRecord();
const { runId } = record.summary;
let active: string[];
let kept: boolean;
let refreshed: number;
let app: ReturnType<typeof connectTestApp>;
let stop: () => void;
const run = () => useRunStore.getState();
const { changed } = useConnectionStore.getState();

beforeEach(() => {
  active = [];
  kept = true;
  refreshed = 0;
  app = connectTestApp({
    'run.active': () => ({ runIds: active }),
    'history.read': () => {
      if (!kept) throw new AppError('not-found', 'no such run', '');
      return record;
    },
  });
  stop = followConnection(() => (refreshed += 1));
  changed('connected');
  useRunStore.setState(started(initialRunState, runId, 0, defaultLimits));
});
afterEach(() => stop());

/** The socket closes: the state changes first, then the pending call fails. */
function lose() {
  changed('lost');
  const failure = new AppError('internal', 'lost', '').toShape();
  useRunStore.setState((state) => failed(state, runId, failure));
  changed('connected');
}

describe('a run under way when the connection was lost', () => {
  it('is shown as running when it goes on, and with its result when it has ended', async () => {
    active = [runId];
    lose();
    await expect.poll(() => run().phase).toBe('running');
    expect(run().failure).toBeNull();
    active = [];
    app.emit('run.finished', { runId, status: 'done' });
    await expect.poll(() => run().record).toEqual(record);
    expect(run()).toMatchObject({ phase: 'idle', failure: null });
  });

  it('is shown with its result when it ended meanwhile', async () => {
    lose();
    await expect.poll(() => run().record).toEqual(record);
    expect(refreshed).toBe(1);
  });

  it('is said to be gone when nothing of it was kept', async () => {
    kept = false;
    lose();
    await expect.poll(() => run().failure?.message).toContain('left no result');
    expect(run().phase).toBe('idle');
  });
});

describe('an app that was only silent', () => {
  it('is not asked for everything again', () => {
    changed('silent');
    changed('connected');
    expect(refreshed).toBe(0);
  });
});
