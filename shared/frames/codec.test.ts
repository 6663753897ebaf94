import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFrame, encodeJsonFrame, FrameReader, frameTypes } from './codec.ts';
import { parseReply } from './replies.ts';

describe('FrameReader', () => {
  it('reads back any frames however the stream is cut', () => {
    const frames = fc.array(
      fc.record({
        type: fc.integer({ min: 0, max: 255 }),
        payload: fc.uint8Array({ maxLength: 50 }),
      }),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(
        frames,
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }),
        (list, cuts) => {
          const bytes = new Uint8Array(
            Buffer.concat(list.map((one) => encodeFrame(one.type, one.payload))),
          );
          const reader = new FrameReader(100);
          const read = [];
          for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
            const length = cuts[turn % cuts.length] as number;
            read.push(...reader.push(bytes.subarray(at, at + length)));
            at += length;
          }
          expect(
            read.map(({ type, payload }) => ({ type, payload: new Uint8Array(payload) })),
          ).toEqual(list);
          expect(reader.pending).toBe(0);
        },
      ),
    );
  });

  it('refuses a frame by its announcement, before its bytes come', () => {
    const reader = new FrameReader(1000);
    expect(() => reader.push(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 19))).toThrow(
      '4294967295 bytes',
    );
  });
});

describe('parseReply', () => {
  const parse = (type: number, value: unknown) => {
    const [frame] = new FrameReader(10_000).push(encodeJsonFrame(type, value));
    return parseReply(frame!, 100, 0);
  };

  it('reads decisions', () => {
    const decisions = [{ bar: 1, kind: 'quantity', amount: 2 }];
    expect(parse(frameTypes.decisions, decisions)).toEqual({ kind: 'decisions', decisions });
  });

  it.each([
    [99, {}],
    [frameTypes.job, {}],
    [frameTypes.progress, { bar: -5 }],
    [frameTypes.log, { level: 'html', text: 'x', bar: 1 }],
    [frameTypes.decisions, { length: 1 }],
    [frameTypes.decisions, [{ bar: 100, kind: 'quantity', amount: 1 }]],
    [frameTypes.done, { decisionCount: -1, equityChecksum: '0'.repeat(16) }],
    [frameTypes.done, { decisionCount: 1, equityChecksum: 'z' }],
    [frameTypes.failed, { code: 'fine', message: '', stack: '', bar: 1 }],
  ])('refuses type %i with %j', (type, value) => {
    expect(() => parse(type, value)).toThrow();
  });

  it('refuses text that is not UTF-8 or not JSON', () => {
    const frame = { type: frameTypes.log, payload: Uint8Array.of(0xff, 0xfe) };
    expect(() => parseReply(frame, 10, 0)).toThrow();
    expect(() => parseReply({ ...frame, payload: Uint8Array.of(0x7b) }, 10, 0)).toThrow();
  });
});
