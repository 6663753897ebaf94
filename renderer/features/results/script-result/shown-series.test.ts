import { describe, expect, it } from 'vitest';
import type { ChartSeries } from '../../../../shared/reports/script-result/chart-of-table.ts';
import { firstSlots, mostShown, toggled } from './shown-series.ts';

const series = (...columns: number[][]): ChartSeries[] =>
  columns.map((values, place) => ({ place, name: `c${place}`, values }));
const placesOf = (slots: readonly (ChartSeries | null)[]) => slots.map((one) => one?.place ?? '-');
const many = series(...Array.from({ length: 10 }, (_, place) => [place, place + 1]));
const lines = { kind: 'lines', axis: { name: '', isTime: true }, x: [0, 1] } as const;
const bars = { kind: 'bars', labels: ['a', 'b'] } as const;

describe('the series that are shown', () => {
  it('are a few at first, and of bars only those that can share an axis', () => {
    expect(placesOf(firstSlots({ ...lines, series: many })).join('')).toBe('0123--');
    const like = firstSlots({ ...bars, series: series([3, 4], [5, -2], [1e6, 2e6]) });
    expect(placesOf(like).join('')).toBe('01----');
    const first = firstSlots({ ...bars, series: series([0.3, 0.4], [1e6, 2e6], [0.1, 0.2]) });
    expect(placesOf(first).join('')).toBe('02----');
  });

  it('keep their slots while others come and go', () => {
    let slots = firstSlots({ ...lines, series: many });
    const [first, second] = many;
    if (first === undefined || second === undefined) throw new Error('no series');
    slots = toggled(slots, second);
    expect(placesOf(slots).join('')).toBe('0-23--');
    for (const one of many.slice(4)) slots = toggled(slots, one);
    expect(placesOf(slots).join('')).toBe('042356');
    expect(slots).toHaveLength(mostShown);
    expect(toggled(slots, second)).toBe(slots);
  });

  it('are never none', () => {
    const slots = firstSlots({ ...lines, series: many.slice(0, 1) });
    const [only] = many;
    if (only === undefined) throw new Error('no series');
    expect(toggled(slots, only)).toBe(slots);
  });
});
