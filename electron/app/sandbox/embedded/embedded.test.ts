import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../../shared/contract/models/run.ts';
import { futureThief } from '../../../../shared/strategy/testing/future-thief.fixture.ts';
import { executeJob } from '../execute-job.ts';
import { marketOf, testJob } from '../test-job.fixture.ts';
import { createEmbeddedSandbox } from './index.ts';

const bundles = fileURLToPath(new URL('../../../../out/sandbox', import.meta.url));
const sandbox = createEmbeddedSandbox(bundles);
const closes = Float64Array.from({ length: 300 }, (_, index) => 100 + 10 * Math.sin(index / 9));
const market = marketOf(closes);

async function runSource(source: string, options: { abortAfter?: number; seconds?: number } = {}) {
  const limits = {
    ...defaultLimits,
    timeLimitSeconds: options.seconds ?? 60,
    memoryMegabytes: 128,
  };
  const abort = new AbortController();
  if (options.abortAfter !== undefined) setTimeout(() => abort.abort(), options.abortAfter);
  const started = sandbox.start({ limits, reason: 'test' });
  const outcome = await executeJob(started, testJob({ source, market, limits }), {
    signal: abort.signal,
    onProgress: () => undefined,
    onLog: () => undefined,
  });
  // Whatever happened, the process is gone: `destroy` waited for it.
  await started.exited;
  return outcome;
}

const inOnBar = (body: string) => `import { Strategy } from 'stratbox';
export default class Test extends Strategy {
  onBar(bar) {
    ${body}
  }
}`;

async function errorOf(source: string, options?: { seconds?: number }) {
  const outcome = await runSource(source, options);
  if (outcome.status !== 'failed') throw new Error(`ended as ${outcome.status}`);
  return outcome.error;
}

describe('the embedded sandbox', () => {
  it('hands no column to a strategy that reaches for the future', async () => {
    const outcome = await runSource(futureThief);
    expect(outcome).toMatchObject({ status: 'done', log: [{ text: 'caught 0' }] });
  });

  it('carries what a strategy plots, and where it plots nothing', async () => {
    const outcome = await runSource(
      inOnBar(
        "this.plot('wave', bar.close); if (bar.index % 2 === 0) this.plot('even', bar.index);",
      ),
    );
    if (outcome.status !== 'done') throw new Error(outcome.status);
    expect(outcome.plots.get('wave')).toEqual(closes);
    expect([...(outcome.plots.get('even') ?? [])].slice(0, 4)).toEqual([0, NaN, 2, NaN]);
  });

  it('returns decisions and what was printed', async () => {
    const outcome = await runSource(
      inOnBar("if (bar.index === 5) { console.log('five', bar.close, [1]); this.buy(3); }"),
    );
    expect(outcome).toMatchObject({
      status: 'done',
      decisions: [{ bar: 5, kind: 'quantity', amount: 3 }],
      log: [{ level: 'log', bar: 5, text: `five ${closes[5]} [1]` }],
    });
  });

  it('names line and bar of a strategy that throws on bar 57', async () => {
    const error = await errorOf(inOnBar("if (bar.index === 57) throw new Error('boom');"));
    expect(error).toMatchObject({ code: 'strategy-error', message: 'boom', line: 4, bar: 57 });
    expect(error.barTime).toBe('1970-02-27');
  });

  it('stops a strategy that never returns', async () => {
    const error = await errorOf(inOnBar('while (true) {}'), { seconds: 1 });
    expect(error).toMatchObject({ code: 'time-limit' });
  });

  it('cancels', async () => {
    const outcome = await runSource(inOnBar('while (true) {}'), { abortAfter: 300 });
    expect(outcome.status).toBe('cancelled');
  });

  it('keeps at most 1 MiB of what a strategy prints, and lets it go on', async () => {
    const outcome = await runSource(inOnBar("console.log('x'.repeat(100000))"));
    expect(outcome.status).toBe('done');
    const kept = outcome.log.reduce((sum, { text }) => sum + text.length, 0);
    expect(kept).toBeLessThan(1_100_000);
    expect(outcome.log.at(-1)?.text).toContain('Output is truncated here');
  });

  it('has the same time zone as a container, whatever this machine has', async () => {
    const body = 'if (bar.index === 0) console.log(new Date(2000, 6, 1).toISOString());';
    const outcome = await runSource(inOnBar(body));
    expect(outcome.log[0]?.text).toBe('2000-07-01T00:00:00.000Z');
  });

  it('gives a strategy nothing but its module', async () => {
    const names = 'typeof process + typeof require + typeof fetch + typeof setTimeout';
    const outcome = await runSource(inOnBar(`if (bar.index === 0) console.log(${names});`));
    expect(outcome.log[0]?.text).toBe('undefined'.repeat(4));
  });

  it.each([
    ["import 'fs';", 'imports "fs"'],
    ['await 1;', 'must not use await'],
    ['export default class {}', 'must end in "export default class'],
    [inOnBar('this.buy(NaN)'), 'buy on bar 0: NaN is not a finite quantity'],
    [inOnBar('this.barAgo(-1)'), 'bars ahead of now cannot be seen'],
    [inOnBar('const f = () => f(); f();'), 'stack overflow'],
    [inOnBar('eval("1")'), 'Code generation from strings disallowed'],
    [inOnBar('(0, eval)("1")'), 'Code generation from strings disallowed'],
    [inOnBar('new Function("return 1")()'), 'Code generation from strings disallowed'],
    [inOnBar('[].constructor.constructor("1")'), 'Code generation from strings disallowed'],
    [inOnBar('(async () => {}).constructor("1")'), 'Code generation from strings disallowed'],
    [inOnBar('(function* () {}).constructor("1")'), 'Code generation from strings disallowed'],
  ])('fails with words: %s', async (source, message) => {
    expect((await errorOf(source)).message).toContain(message);
  });

  it('ends a strategy whose memory grows without end', async () => {
    const source = inOnBar('const hoard = []; for (;;) hoard.push(new Float64Array(1e6));');
    expect(await errorOf(source)).toMatchObject({ code: 'out-of-memory' });
  });
});
