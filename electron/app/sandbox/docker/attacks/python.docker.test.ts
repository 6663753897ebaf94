import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../../../shared/engine/settings.ts';
import { verifyByReplay } from '../../../run/verify.ts';
import type { JobOutcome } from '../../execute-job.ts';
import { openTextBench, swingingMarket } from '../python-bench.ts';
import { pythonAttacks, pythonAttempts } from './python.ts';

let bench: Awaited<ReturnType<typeof openTextBench>>;
let attempts: JobOutcome;

beforeAll(async () => {
  bench = await openTextBench();
  attempts = await bench.run({ source: pythonAttempts });
});
afterAll(() => bench.close());

const limits = { timeLimitSeconds: 5, memoryMegabytes: 256 };
const nothing = 'from stratbox import Strategy\nclass Nothing(Strategy):\n    pass\n';

/** Python cannot hide the way to the app from a text that looks for it. */
const forge = (body: string) => `import os, json, struct
def send(kind, value, length=None):
    payload = json.dumps(value).encode()
    frame = struct.pack("<IB", len(payload) if length is None else length, kind) + payload
    for descriptor in range(3, 16):
        try:
            os.write(descriptor, frame)
        except OSError:
            pass
${body}
${nothing}`;

describe('attacks from a Python text with the checks of its text left out', () => {
  it('are all made', () => {
    expect(attempts).toMatchObject({ status: 'done', log: { length: pythonAttacks.length } });
  });

  it.each(pythonAttacks.map((attack, number) => ({ ...attack, number })))(
    'are refused: $name',
    ({ number, refused }) => {
      expect(attempts.log[number]?.text).toMatch(refused);
    },
  );

  it.each([
    // The children hold the same pipe: what each of them sends as its own end is no valid result.
    [
      'a fork bomb',
      'import os\nfor _ in range(10_000): os.fork()',
      /BlockingIOError|sent something that is no valid result/,
    ],
    [
      'too many threads',
      'import threading, time\nfor _ in range(200): threading.Thread(target=time.sleep, args=(3,), daemon=True).start()',
      "can't start new thread",
    ],
    [
      'too many open files',
      'kept = [open("/dev/null") for _ in range(1000)]',
      'Too many open files',
    ],
    [
      'a file of 200 MB',
      'with open("/tmp/large", "wb") as file:\n    for _ in range(200): file.write(bytes(10**6))',
      'File too large',
    ],
    [
      'a hundred thousand files',
      'for number in range(100_000): open(f"/tmp/{number}", "w").close()',
      'No space left',
    ],
  ])('are stopped: %s', async (_name, source, message) => {
    expect(await bench.run({ source: source + nothing.replace(/^/, '\n'), limits })).toMatchObject({
      status: 'failed',
      error: { message: expect.stringMatching(message) as string },
    });
  });

  it('by decisions that the runner did not send end as a violation', async () => {
    const outcome = await bench.run({
      source: forge('send(19, [{"bar": 3, "kind": "quantity", "amount": 1000000}])'),
    });
    expect(outcome).toMatchObject({ status: 'failed', error: { code: 'protocol-violation' } });
  });

  it('by a result of its own change no figure, and are noticed', async () => {
    const outcome = await bench.run({
      source: forge(`send(19, [{"bar": 3, "kind": "quantity", "amount": 5}])
send(20, {"decisionCount": 1, "equityChecksum": "f" * 16})
os._exit(0)`),
    });
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
    const { decisions, equityChecksum } = outcome;
    const verified = verifyByReplay(swingingMarket(), decisions, defaultSettings, equityChecksum);
    expect(verified.badge.state).toBe('failed');
    expect(verified.result.fills).toMatchObject([{ quantity: 5 }]);
  });

  it.each([
    ['a frame of four gigabytes', 'send(18, {}, 0xFFFFFFFF)', 'protocol-violation'],
    ['a frame of no known type', 'send(99, {})', 'protocol-violation'],
    [
      'a flood of bytes',
      'while True: send(18, {"level": "log", "text": "x" * 60_000, "bar": 0})',
      'output-limit',
    ],
  ])('by %s end the run', async (_name, body, code) => {
    expect(await bench.run({ source: forge(body), limits })).toMatchObject({
      status: 'failed',
      error: { code },
    });
  });
});
