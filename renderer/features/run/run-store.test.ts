import { beforeEach, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../shared/contract/models/run.ts';
import { defaultPreferences } from '../../../shared/contract/models/workspace.ts';
import { connectTestApp } from '../../test-bridge.ts';
import { testRecord } from '../../../shared/contract/testing/test-record.ts';
import { buildRequest } from './build-request.ts';
import { initialRunState } from './run-state.ts';
import { useRunStore } from './run-store.ts';

const document = { name: 'Mine', text: 'the code', language: 'javascript' as const };
const request = buildRequest(document, { ...defaultPreferences, from: '2010-01-01' }, { fast: 5 });

beforeEach(() => useRunStore.setState(initialRunState));

describe('buildRequest', () => {
  it('sends exactly the shown text and settings, and no empty dates', () => {
    expect(request).toMatchObject({
      name: 'Mine',
      source: 'the code',
      from: '2010-01-01',
      parameters: { fast: 5 },
      limits: defaultLimits,
    });
    expect('to' in request).toBe(false);
    expect('acceptance' in request).toBe(false);
  });
});

describe('a run', () => {
  it('tells its progress and its lines, and ends with its record', async () => {
    const app = connectTestApp({
      'run.execute': ({ runId }: { runId: string }) => {
        const progress = { runId, stage: 'running', fraction: 0.5, message: 'Bar 2' } as const;
        app.emit('run.progressed', progress);
        app.emit('run.logged', { runId, lines: [{ level: 'log', text: 'hello', bar: 1 }] });
        expect(useRunStore.getState()).toMatchObject({
          phase: 'running',
          progress: { message: 'Bar 2' },
          log: [{ text: 'hello' }],
        });
        const record = testRecord();
        return { ...record, summary: { ...record.summary, runId } };
      },
    });
    const record = await useRunStore.getState().start(request);
    expect(record?.status).toBe('done');
    expect(useRunStore.getState()).toMatchObject({ phase: 'idle', record, progress: null });
  });

  it('is not started twice, and cancelled by its own id', async () => {
    let end: (error: unknown) => void = () => undefined;
    const app = connectTestApp({
      'run.execute': () => new Promise((_, reject) => (end = reject)),
    });
    const running = useRunStore.getState().start(request);
    expect(await useRunStore.getState().start(request)).toBeNull();
    await useRunStore.getState().cancel();
    const { runId, cancelling } = useRunStore.getState();
    expect(cancelling).toBe(true);
    expect(app.asked.at(-1)).toEqual({ name: 'run.cancel', input: { runId } });
    end({ code: 'not-found', message: 'No such data set.', hint: 'Choose another.' });
    expect(await running).toBeNull();
    expect(useRunStore.getState()).toMatchObject({
      phase: 'idle',
      failure: { message: 'No such data set.' },
    });
  });
});
