import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../shared/contract/models/run.ts';
import { encodeFrame, encodeJsonFrame, frameTypes } from '../../../shared/frames/codec.ts';
import { executeJob } from './execute-job.ts';
import { marketOf, testJob } from './test-job.fixture.ts';
import type { SandboxExit, SandboxProcess } from './process.ts';

const column = Float64Array.from({ length: 100 }, (_, index) => index + 1);
const market = marketOf(column);
const limits = { ...defaultLimits, timeLimitSeconds: 1, memoryMegabytes: 128 };
const checksum = '0'.repeat(16);
const done = (decisionCount: number) =>
  encodeJsonFrame(frameTypes.done, { decisionCount, equityChecksum: checksum });
const result = (value: number) =>
  encodeJsonFrame(frameTypes.result, { result: { kind: 'value', value }, error: 'less than all.' });
const decisions = (...list: unknown[]) => encodeJsonFrame(frameTypes.decisions, list);

/** A sandbox that sends these bytes and then, if told so, exits. */
function hostileSandbox(pieces: readonly Uint8Array[], exit?: Partial<SandboxExit>) {
  const output = new PassThrough();
  let destroyed = 0;
  const sandbox: SandboxProcess = {
    used: { kind: 'docker', reason: 'test' },
    isolation: { state: 'passed', detail: '' },
    input: new PassThrough().resume(),
    output,
    exited:
      exit === undefined
        ? new Promise(() => undefined)
        : new Promise((resolve) => {
            setTimeout(
              () =>
                resolve({
                  code: 0,
                  outOfMemory: false,
                  engineLost: false,
                  standardError: '',
                  ...exit,
                }),
              20,
            );
          }),
    destroy: () => {
      destroyed += 1;
      return Promise.resolve();
    },
  };
  for (const piece of pieces) output.write(piece);
  if (exit !== undefined) output.end();
  return { sandbox, destroyed: () => destroyed };
}

async function outcomeOf(pieces: readonly Uint8Array[], exit?: Partial<SandboxExit>) {
  const { sandbox, destroyed } = hostileSandbox(pieces, exit);
  const outcome = await executeJob(sandbox, testJob({ market, limits }), {
    signal: new AbortController().signal,
    onProgress: () => undefined,
    onLog: () => undefined,
  });
  expect(destroyed()).toBe(1);
  return outcome;
}

async function failureOf(pieces: readonly Uint8Array[], exit?: Partial<SandboxExit>) {
  const outcome = await outcomeOf(pieces, exit);
  if (outcome.status !== 'failed') throw new Error(`ended as ${outcome.status}`);
  expect(outcome.error.hint).not.toBe('');
  return outcome.error;
}

const buy = { bar: 3, kind: 'quantity', amount: 1 };

describe('a sandbox that behaves', () => {
  it('gives its decisions, in pieces or whole', async () => {
    const bytes = Buffer.concat([decisions(buy), done(1)]);
    const pieces = [...bytes].map((byte) => Uint8Array.of(byte));
    expect(await outcomeOf(pieces)).toMatchObject({ status: 'done', decisions: [buy] });
  });
});

describe('what a script left', () => {
  it('comes with what of it is missing', async () => {
    expect(await outcomeOf([result(7), done(0)])).toMatchObject({
      scriptResult: { kind: 'value', value: 7 },
      extractionError: 'less than all.',
    });
  });

  it('is none where none was sent', async () => {
    expect(await outcomeOf([done(0)])).toMatchObject({ scriptResult: null, extractionError: null });
  });
});

describe('a sandbox that lies', () => {
  it.each<[string, readonly Uint8Array[]]>([
    ['bytes that are no frame', [Buffer.from('hello, I am not a frame at all')]],
    ['a frame of an unknown type', [encodeFrame(77, Uint8Array.of())]],
    ['a frame that announces 4 GB', [Uint8Array.of(255, 255, 255, 255, frameTypes.log)]],
    ['a decision beyond the data', [decisions({ ...buy, bar: 100 })]],
    ['a decision without a number', [decisions({ ...buy, amount: null })]],
    ['fewer decisions than it counts', [decisions(buy), done(2)]],
    ['two results', [result(1), result(1), done(0)]],
    ['a result after its end', [Buffer.concat([done(0), result(1)])]],
    ['something after its end', [Buffer.concat([done(0), done(0)])]],
    ['a job of its own', [encodeJsonFrame(frameTypes.job, {})]],
    ['deeply nested JSON', [encodeFrame(frameTypes.decisions, Buffer.from('['.repeat(1e6)))]],
  ])('%s is a protocol violation', async (_, pieces) => {
    expect(await failureOf(pieces)).toMatchObject({ code: 'protocol-violation' });
  });

  it('printing without end is an output limit', async () => {
    const line = encodeJsonFrame(frameTypes.log, {
      level: 'log',
      text: 'x'.repeat(60_000),
      bar: 0,
    });
    expect(await failureOf(Array.from({ length: 50 }, () => line))).toMatchObject({
      code: 'output-limit',
    });
  });
});

describe('a sandbox that ends without a word', () => {
  it.each<[Partial<SandboxExit>, string]>([
    [{ code: 137 }, 'killed'],
    [{ code: 0 }, 'killed'],
    [{ code: 137, outOfMemory: true }, 'out-of-memory'],
    [{ code: 134, standardError: 'JavaScript heap out of memory' }, 'out-of-memory'],
    [{ code: null, engineLost: true }, 'engine-lost'],
  ])('%j is told as %s', async (exit, code) => {
    expect(await failureOf([], exit)).toMatchObject({ code });
  });

  it('is stopped by the host at the time limit', async () => {
    expect(await failureOf([])).toMatchObject({ code: 'time-limit' });
  });
});

describe('a strategy error', () => {
  it('carries line, column, bar and date', async () => {
    const failed = encodeJsonFrame(frameTypes.failed, {
      code: 'strategy-error',
      message: 'boom',
      stack: 'Error: boom\n    at X.onBar (strategy.js:12:7)\n    at stratbox:engine:3:1',
      bar: 57,
    });
    expect(await failureOf([failed])).toMatchObject({
      message: 'boom',
      line: 12,
      column: 7,
      bar: 57,
      barTime: '1970-02-27',
    });
  });
});
