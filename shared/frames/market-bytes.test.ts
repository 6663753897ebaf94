import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMarket } from '../bars/market.ts';
import { anyRun } from '../engine/random-run.fixture.ts';
import { packMarket, unpackMarket } from './market-bytes.ts';

it('carries any market to the sandbox and back, finer bars and sessions included', () => {
  fc.assert(
    fc.property(anyRun, ({ market }) => {
      const sessions = [
        { from: -Infinity, offset: 3_600_000 },
        { from: 86_400_000, offset: 7_200_000 },
      ];
      const whole = createMarket(market.instruments, sessions);
      const { columns, ...job } = packMarket(whole);
      const received = JSON.parse(JSON.stringify(job)) as typeof job;
      expect(unpackMarket(received, columns)).toEqual(whole);
    }),
    { numRuns: 50 },
  );
});

it('refuses columns that are not as announced', () => {
  fc.assert(
    fc.property(anyRun, ({ market }) => {
      const { columns, ...job } = packMarket(market);
      expect(() => unpackMarket(job, columns.subarray(0, -1))).toThrow(RangeError);
      expect(() => unpackMarket(job, new Uint8Array(columns.length + 48))).toThrow(RangeError);
    }),
    { numRuns: 20 },
  );
});
