import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createChunkParser, demultiplex } from './demultiplex.ts';

function frame(stream: number, payload: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt8(stream, 0);
  header.writeUInt32BE(payload.length, 4);
  return Buffer.concat([header, payload]);
}

describe('createChunkParser', () => {
  it('restores every stream however the bytes are cut', () => {
    const frames = fc.array(
      fc.record({
        stream: fc.integer({ min: 0, max: 2 }),
        payload: fc.uint8Array({ maxLength: 40 }),
      }),
    );
    fc.assert(
      fc.property(
        frames,
        fc.array(fc.integer({ min: 1, max: 13 }), { minLength: 1 }),
        (sent, cuts) => {
          const all = Buffer.concat(
            sent.map(({ stream, payload }) => frame(stream, Buffer.from(payload))),
          );
          const received = ['', '', ''];
          const parse = createChunkParser((stream, chunk) => {
            received[stream] += chunk.toString('hex');
            return true;
          });
          for (let at = 0, i = 0; at < all.length; i += 1) {
            const size = cuts[i % cuts.length] ?? 1;
            parse(all.subarray(at, at + size));
            at += size;
          }
          for (const stream of [0, 1, 2]) {
            const expected = sent.filter((one) => one.stream === stream);
            expect(received[stream]).toBe(
              expected.map(({ payload }) => Buffer.from(payload).toString('hex')).join(''),
            );
          }
        },
      ),
    );
  });
});

describe('demultiplex', () => {
  it('keeps the last 8 kB of standard error, from any number of pieces', async () => {
    const source = new PassThrough();
    const { output, standardError } = demultiplex(source);
    for (let i = 0; i < 500; i += 1)
      source.write(frame(2, Buffer.from(`line ${i} `.padEnd(100, '.'))));
    source.end(frame(1, Buffer.from('done')));
    expect(String(await output.toArray())).toBe('done');
    expect(standardError()).toHaveLength(8192);
    expect(standardError()).toContain('line 499');
    expect(standardError()).not.toContain('line 400');
  });

  it('stops reading while nobody reads the output, and loses nothing', async () => {
    const source = new PassThrough();
    const { output } = demultiplex(source);
    const chunk = frame(1, Buffer.alloc(16_000, 120));
    let accepted = 0;
    while (accepted < 1000 && source.write(chunk)) accepted += 1;
    await new Promise(setImmediate);
    expect(source.isPaused()).toBe(true);
    source.end(chunk);
    const parts = (await output.toArray()) as Buffer[];
    const bytes = Buffer.concat(parts).length;
    expect(bytes % 16_000).toBe(0);
    expect(bytes).toBeGreaterThanOrEqual(16_000 * (accepted + 1));
  });

  it('refuses a stream that does not exist instead of guessing', async () => {
    const source = new PassThrough();
    const { output } = demultiplex(source);
    source.write(frame(7, Buffer.from('x')));
    await expect(output.toArray()).rejects.toMatchObject({ code: 'internal' });
    expect(source.destroyed).toBe(true);
  });

  it('ends the output when the connection breaks', async () => {
    const source = new PassThrough();
    const { output } = demultiplex(source);
    source.write(frame(1, Buffer.from('part')));
    await new Promise(setImmediate);
    source.destroy(new Error('reset'));
    expect(String(await output.toArray())).toBe('part');
  });
});
