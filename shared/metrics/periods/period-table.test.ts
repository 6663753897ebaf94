import { describe, expect, it } from 'vitest';
import { yearReturnsSchema } from '../../contract/models/periods.ts';
import { periodTable } from './period-table.ts';

const day = 86_400_000;
const days = (from: number, count: number) =>
  Float64Array.from({ length: count }, (_, index) => from + index * day);

describe('periodTable', () => {
  it('puts each month into its year, and leaves months without a bar empty', () => {
    const time = days(Date.UTC(2000, 10, 15), 60);
    const equity = time.map((_, index) => 100 * 1.01 ** index);
    const rows = periodTable(time, equity, 100);
    expect(rows.map(({ year }) => year)).toEqual([2000, 2001]);
    const [first, second] = rows;
    expect(first?.months.findIndex((value) => value !== null)).toBe(10);
    expect(first?.months[10]).toBeCloseTo(1.01 ** 15 - 1, 12);
    expect(first?.months[11]).toBeCloseTo(1.01 ** 31 - 1, 12);
    expect(first?.total).toBeCloseTo(1.01 ** 46 - 1, 12);
    expect(second?.months.slice(1).every((value) => value === null)).toBe(true);
    expect(second?.total).toBe(second?.months[0]);
  });

  it('marks what the run has only a part of', () => {
    const rows = periodTable(days(Date.UTC(2000, 10, 15), 60), new Float64Array(60).fill(1), 1);
    expect(rows.map(({ partialMonths }) => partialMonths)).toEqual([[11], [1]]);
    expect(rows.map(({ partial }) => partial)).toEqual([true, true]);
    const whole = periodTable(days(Date.UTC(2001, 0, 1), 365), new Float64Array(365).fill(1), 1);
    expect(whole).toMatchObject([{ partialMonths: [], partial: false }]);
  });

  it('months compound to the year, and years to the total return', () => {
    const time = days(Date.UTC(1999, 4, 20), 2000);
    const equity = time.map((_, index) => 1000 * Math.exp(Math.sin(index / 50)));
    const rows = periodTable(time, equity, 900);
    let whole = 1;
    for (const { months, total } of rows) {
      const product = months.reduce<number>((kept, month) => kept * (1 + (month ?? 0)), 1);
      expect(product).toBeCloseTo(1 + (total ?? NaN), 10);
      whole *= product;
    }
    expect(whole).toBeCloseTo((equity.at(-1) as number) / 900, 10);
  });

  it('gives null, never NaN, once equity was gone', () => {
    const time = days(Date.UTC(2001, 0, 1), 90);
    const equity = time.map((_, index) => (index < 20 ? 100 : -5));
    const [row] = periodTable(time, equity, 100);
    expect(yearReturnsSchema.parse(row)).toEqual(row);
    expect(row?.months.slice(0, 3)).toEqual([-1.05, null, null]);
  });

  it('is empty for no bars and for bars longer than a month', () => {
    expect(periodTable(days(0, 0), days(0, 0), 1)).toEqual([]);
    const quarters = Float64Array.from({ length: 9 }, (_, index) => Date.UTC(2000, index * 3));
    expect(periodTable(quarters, quarters, 1)).toEqual([]);
  });
});
