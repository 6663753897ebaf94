import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeTicks, withinAxis } from './time-ticks.ts';

const labels = (from: number, to: number, count: number) => {
  const { ticks, label } = timeTicks(from, to, count);
  return ticks.map(label);
};

describe('timeTicks', () => {
  it('marks whole years over decades', () => {
    expect(labels(Date.UTC(2000, 0, 3), Date.UTC(2020, 3, 17), 6)).toEqual([
      '2005',
      '2010',
      '2015',
      '2020',
    ]);
  });

  it('marks quarters over a year and names the year where it turns', () => {
    expect(labels(Date.UTC(2003, 8, 15), Date.UTC(2004, 8, 10), 6)).toEqual([
      'Oct',
      '2004',
      'Apr',
      'Jul',
    ]);
  });

  it('marks days over a month and hours over a day', () => {
    expect(labels(Date.UTC(2004, 2, 1), Date.UTC(2004, 2, 4), 6)).toEqual([
      '1 Mar',
      '2 Mar',
      '3 Mar',
      '4 Mar',
    ]);
    expect(labels(Date.UTC(2004, 2, 1, 9), Date.UTC(2004, 2, 1, 12, 30), 4)).toEqual([
      '09:00',
      '10:00',
      '11:00',
      '12:00',
    ]);
  });

  it('keeps within the span, ascending and few, for any span', () => {
    const time = fc.integer({ min: Date.UTC(1800, 0, 1), max: Date.UTC(2200, 0, 1) });
    fc.assert(
      fc.property(
        time,
        fc.integer({ min: 1, max: 3e12 }),
        fc.integer({ min: 2, max: 12 }),
        (from, span, count) => {
          const { ticks, label } = timeTicks(from, from + span, count);
          expect(ticks.length).toBeLessThanOrEqual(count);
          ticks.forEach((tick, index) => {
            expect(tick).toBeGreaterThanOrEqual(from);
            expect(tick).toBeLessThanOrEqual(from + span);
            if (index > 0) expect(tick).toBeGreaterThan(ticks[index - 1] as number);
            expect(label(tick)).toMatch(/^(\d{4}|[A-Z][a-z]{2}|\d{1,2} [A-Z][a-z]{2}|\d\d:\d\d)$/);
          });
        },
      ),
    );
  });

  it('shows the date of a single bar, and nothing for no bars', () => {
    expect(labels(Date.UTC(2004, 2, 5), Date.UTC(2004, 2, 5), 6)).toEqual(['5 Mar']);
    expect(labels(NaN, NaN, 6)).toEqual([]);
  });
});

describe('withinAxis', () => {
  const axis = { ticks: [0, 500, 1000], label: String };
  it('drops a label that the left edge would cut', () => {
    expect(withinAxis(axis, [0, 1000], 400).ticks).toEqual([500, 1000]);
    expect(withinAxis(axis, [-100, 1000], 400).ticks).toEqual([0, 500, 1000]);
  });
  it('keeps the only tick of a chart that has but one date', () => {
    expect(withinAxis({ ...axis, ticks: [5] }, [5, 5], 400).ticks).toEqual([5]);
  });
});
