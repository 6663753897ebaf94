import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/contract/errors.ts';
import { createDispatch, type Handlers } from './dispatch.ts';

function dispatchWith(handlers: Partial<Handlers>) {
  const reported: unknown[] = [];
  const dispatch = createDispatch(handlers as Handlers, (error) => reported.push(error));
  return { dispatch, reported };
}

describe('dispatch', () => {
  it('hands a handler its parsed input, defaults filled in and unknown keys dropped', async () => {
    const seen: unknown[] = [];
    const { dispatch } = dispatchWith({
      'history.list': (input) => {
        seen.push(input);
        return [];
      },
    });
    expect(await dispatch('history.list', { surplus: 1 })).toEqual({ ok: true, value: [] });
    expect(seen).toEqual([{ limit: 200 }]);
  });

  it.each([['no.such'], ['constructor'], ['__proto__'], ['toString'], [42], [null], [{}]])(
    'refuses the call %j',
    async (name) => {
      const { dispatch } = dispatchWith({});
      expect(await dispatch(name, {})).toMatchObject({
        ok: false,
        error: { code: 'unknown-call' },
      });
    },
  );

  it('names the value that is wrong', async () => {
    const { dispatch } = dispatchWith({});
    const reply = await dispatch('history.read', { runId: '../../etc/passwd' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(JSON.stringify(reply)).toContain('at runId');
  });

  it('refuses a request over its call’s size before looking into it', async () => {
    const { dispatch } = dispatchWith({});
    const source = 'x'.repeat(9_000_000);
    expect(await dispatch('validation.check', { source, language: 'javascript' })).toMatchObject({
      ok: false,
      error: { code: 'too-large', hint: expect.stringMatching(/./) as string },
    });
  });

  it('refuses a pasted text of 10 MB politely, and at once', async () => {
    const { dispatch } = dispatchWith({});
    const source = 'x'.repeat(10_000_000);
    const started = performance.now();
    const reply = await dispatch('validation.check', { source, language: 'javascript' });
    expect(performance.now() - started).toBeLessThan(2000);
    expect(reply).toMatchObject({
      ok: false,
      error: {
        code: 'too-large',
        message: expect.stringContaining('10.0 million characters') as string,
      },
    });
  });

  it('counts the size of many small things too', async () => {
    const { dispatch } = dispatchWith({});
    const parameters = Object.fromEntries(
      Array.from({ length: 900_000 }, (_, at) => [`p${at}`, 1]),
    );
    const reply = await dispatch('run.execute', { parameters });
    expect(reply).toMatchObject({ ok: false, error: { code: 'too-large' } });
  });

  it('passes on what a person can act on, and reports what is a fault of ours', async () => {
    const { dispatch, reported } = dispatchWith({
      'catalog.list': () => {
        throw new AppError('not-found', 'No data.', 'Import some.');
      },
      'strategy.list': () => {
        throw new TypeError('undefined is not a function');
      },
    });
    expect(await dispatch('catalog.list', {})).toEqual({
      ok: false,
      error: { code: 'not-found', message: 'No data.', hint: 'Import some.' },
    });
    expect(reported).toEqual([]);
    const reply = await dispatch('strategy.list', {});
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(reply)).not.toContain('dispatch.test');
    expect(reported).toHaveLength(1);
  });
});
