import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../shared/contract/models/run.ts';
import { testRecord } from '../../../shared/contract/testing/test-record.ts';
import {
  failed,
  finished,
  initialRunState,
  logged,
  maximumLogLines,
  progressed,
  shown,
  started,
} from './run-state.ts';

const own = '00000000-0000-4000-8000-000000000001';
const other = '00000000-0000-4000-8000-000000000002';
const recordOf = (runId: string) => {
  const record = testRecord();
  return { ...record, summary: { ...record.summary, runId } };
};
const line = (text: string) => ({ level: 'log' as const, text, bar: null });
const running = started(initialRunState, own, 5, defaultLimits);

describe('a run under way', () => {
  it('keeps showing the run before', () => {
    const before = shown(initialRunState, recordOf(other));
    expect(started(before, own, 5, defaultLimits)).toMatchObject({
      phase: 'running',
      record: before.record,
    });
  });

  it('hears of its own progress only', () => {
    const event = { runId: own, stage: 'running', fraction: 0.5, message: 'Bar 5' } as const;
    expect(progressed(running, event).progress).toMatchObject({ fraction: 0.5 });
    expect(progressed(running, { ...event, runId: other })).toBe(running);
    expect(progressed(initialRunState, event)).toBe(initialRunState);
  });

  it('keeps its newest measurements, and none of the run before', () => {
    const event = { runId: own, stage: 'running', fraction: null, message: '' } as const;
    const measured = (count: number) =>
      Array.from({ length: count }, (_, time) => time).reduce(
        (state, time) => progressed(state, { ...event, usage: { time, cpu: 0.5, memory: time } }),
        running,
      );
    expect(measured(3).usage.map(({ time }) => time)).toEqual([0, 1, 2]);
    expect(progressed(measured(3), event).usage).toHaveLength(3);
    expect(measured(500).usage).toHaveLength(120);
    expect(measured(500).usage.at(-1)?.time).toBe(499);
    expect(started(measured(3), own, 6, defaultLimits)).toMatchObject({
      usage: [],
      memoryLimit: 512 * 1024 * 1024,
    });
  });

  it('keeps the newest lines and counts those it dropped', () => {
    const lines = Array.from({ length: maximumLogLines }, (_, index) => line(String(index)));
    const full = logged(running, { runId: own, lines });
    const more = logged(full, { runId: own, lines: [line('last')] });
    expect(more.log).toHaveLength(maximumLogLines);
    expect(more.log[0]?.text).toBe('1');
    expect(more.log.at(-1)?.text).toBe('last');
    expect(more.droppedLines).toBe(1);
  });

  it('ends with its record, and not with that of another run', () => {
    expect(finished(running, recordOf(own))).toMatchObject({ phase: 'idle', progress: null });
    expect(finished(running, recordOf(other))).toBe(running);
  });

  it('goes on while a run from history is opened, with its own log', () => {
    const printed = logged(running, { runId: own, lines: [line('mine')] });
    const opened = shown(printed, recordOf(other));
    expect(opened.phase).toBe('running');
    expect(opened.record?.summary.runId).toBe(other);
    expect(opened.log.map(({ text }) => text)).toEqual(['mine']);
  });

  it('ends with a failure that is its own', () => {
    const failure = { code: 'internal', message: 'x', hint: 'y' } as const;
    expect(failed(running, own, failure)).toMatchObject({ phase: 'idle', failure });
    expect(failed(running, other, failure)).toBe(running);
  });
});
