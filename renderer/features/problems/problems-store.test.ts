import { beforeEach, describe, expect, it, vi } from 'vitest';
import type {
  CheckedSource,
  SourceAssessment,
} from '../../../shared/contract/models/validation.ts';
import { connectTestApp } from '../../test-bridge.ts';
import { initialProblemsState } from './problems-state.ts';
import { useProblemsStore } from './problems-store.ts';

const assessment = { findings: [] as SourceAssessment['findings'] } as CheckedSource;
const document = (text: string, id = 'a') => ({ id, text, language: 'javascript' as const });
const state = () => useProblemsStore.getState();

/** An app that judges when it is told to. */
function slowApp() {
  const answers: ((value: SourceAssessment) => void)[] = [];
  const { asked } = connectTestApp({
    'validation.check': () => new Promise((resolve) => answers.push(resolve)),
  });
  const texts = () => asked.map(({ input }) => (input as { source: string }).source);
  return { texts, answer: () => answers.shift()?.(assessment) };
}

beforeEach(() => useProblemsStore.setState(initialProblemsState));

describe('judging while typing', () => {
  it('sends one text at a time, then the newest, and none between', async () => {
    const app = slowApp();
    state().check(document('1'));
    expect(app.texts()).toEqual(['1']);
    for (const text of ['12', '123', '1234']) {
      state().check(document(text));
      await vi.waitFor(() => expect(state().status).toBe('checking'));
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    expect(app.texts()).toEqual(['1']);
    app.answer();
    await vi.waitFor(() => expect(app.texts()).toEqual(['1', '1234']));
    app.answer();
    await vi.waitFor(() => expect(state()).toMatchObject({ status: 'done', judgedText: '1234' }));
  });

  it('says which text the judgement is about', async () => {
    const app = slowApp();
    state().check(document('old'));
    app.answer();
    await vi.waitFor(() => expect(state().judgedText).toBe('old'));
    state().check(document('new'));
    await vi.waitFor(() => expect(app.texts()).toEqual(['old', 'new']));
    expect(state()).toMatchObject({ status: 'checking', judgedText: 'old' });
    app.answer();
    await vi.waitFor(() => expect(state().judgedText).toBe('new'));
  });

  it('does not wait for a run’s own check, whose answer counts as the newest', async () => {
    const app = slowApp();
    state().check(document('typed'));
    const now = state().checkNow(document('typed, run'));
    expect(app.texts()).toEqual(['typed', 'typed, run']);
    app.answer();
    app.answer();
    await now;
    expect(state().judgedText).toBe('typed, run');
  });

  it('goes on after a check that failed', async () => {
    let fail = true;
    const { asked } = connectTestApp({
      'validation.check': () => {
        if (fail) throw Object.assign(new Error('gone'), { code: 'internal', hint: '' });
        return assessment;
      },
    });
    state().check(document('1'));
    await vi.waitFor(() => expect(state().status).toBe('failed'));
    fail = false;
    state().check(document('12'));
    await vi.waitFor(() => expect(state()).toMatchObject({ status: 'done', judgedText: '12' }));
    expect(asked.length).toBe(2);
  });
});
