import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodsSchema } from '../../contract/models/periods.ts';
import { inputOf } from '../example-input.fixture.ts';
import { processorTime } from '../../testing/processor-time.fixture.ts';
import { computePeriods } from './index.ts';

describe('computePeriods', () => {
  it('gives figures or null that survive being stored, whatever it is given', () => {
    const returns = fc.array(fc.double({ min: -1.2, max: 3, noNaN: true }), { maxLength: 120 });
    const daysApart = fc.constantFrom(0.02, 1, 7, 30, 91);
    const periods = fc.constantFrom(12, 52, 252, 98_280);
    fc.assert(
      fc.property(
        returns,
        daysApart,
        periods,
        fc.double(),
        (list, apart, perYear, riskFreeRate) => {
          const given = { returns: list, daysApart: apart, periods: perYear, riskFreeRate };
          const found = computePeriods(inputOf(given));
          expect(periodsSchema.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
          expect(found.rolling.note).not.toMatch(/NaN|Infinity|undefined/);
          expect(found.rolling.note.length).toBeGreaterThan(5);
        },
      ),
    );
  });

  it('takes little more time for ten times as many bars', () => {
    const time = (count: number) => {
      const returns = Array.from({ length: count }, (_, index) => Math.sin(index * index) / 100);
      const input = inputOf({ returns, benchmarkReturns: returns, daysApart: 0.05 });
      return processorTime(() => computePeriods(input));
    };
    time(20_000);
    expect(time(200_000)).toBeLessThan(40 * Math.max(2, time(20_000)));
  });
});
