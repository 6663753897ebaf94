import { describe, expect, it } from 'vitest';
import { chartAxis } from './chart-axis.ts';
import { barSpan, placeOfBar } from './bar-places.ts';
import { linePanels, linePoints } from './line-panels.ts';
import { printTick } from './print-tick.ts';

const lines = (x: number[], isTime = false) =>
  ({ kind: 'lines', axis: { name: 'index', isTime }, x, series: [] }) as const;

describe('the axis of a chart', () => {
  it('names years as years, and nothing between two of them', () => {
    const axis = chartAxis(lines([2000, 2001, 2002]), 600);
    expect(axis.ticks.every(Number.isInteger)).toBe(true);
    expect(axis.ticks.map(axis.tick)).toContain('2001');
    expect(axis.print(2001)).toBe('2001');
  });

  it('has no label that the left edge would cut', () => {
    const axis = chartAxis(lines([0, 1000]), 400);
    expect(axis.ticks[0]).toBeGreaterThan(0);
    expect(axis.ticks.at(-1)).toBe(1000);
  });

  it('tells a moment whole', () => {
    const noon = Date.UTC(2020, 0, 2, 12);
    expect(chartAxis(lines([noon, noon + 60_000], true), 400).print(noon)).toBe('2020-01-02 12:00');
  });

  it.each([
    [undefined, 'n/a'],
    [1e18, '1e18'],
    [-2.9e-9, '−2.9e−9'],
    [250_000, '250k'],
    [1234.567, '1,234.57'],
    [0.05, '0.05'],
  ])('prints %s beside it as %s', (value, text) => {
    expect(printTick(value)).toBe(text);
  });
});

describe('lines', () => {
  const series = (place: number, values: (number | null)[]) => ({
    place,
    name: `c${place}`,
    values,
  });
  const chart = lines([1, 2, 3, 4]);

  it('of like size share a panel, and what is joined with nothing gets dots', () => {
    const slots = [series(0, [10, 11, 12, 13]), null, series(2, [0.1, 0.2, 0.1, 0.3])];
    const panels = linePanels(chart, slots);
    expect(panels.map((panel) => panel.lines.map(({ slot }) => slot))).toEqual([[0], [2]]);
    const long = { ...chart, x: Array.from({ length: 40 }, (_, at) => at) };
    const gaps = (alone: number) => long.x.map((at) => (at < 20 || at === alone ? at : null));
    expect(linePanels(long, [series(0, gaps(5))])[0]?.lines[0]).toMatchObject({
      needsDots: false,
      last: 19,
    });
    expect(linePanels(long, [series(0, gaps(30))])[0]?.lines[0]?.needsDots).toBe(true);
  });

  it('have nothing where there is nothing', () => {
    expect(linePoints(chart, [series(0, [1, null, 3, 4]), null, series(2, [5, 6, 7, 8])])).toEqual([
      { x: 1, 0: 1, 2: 5 },
      { x: 2, 2: 6 },
      { x: 3, 0: 3, 2: 7 },
      { x: 4, 0: 4, 2: 8 },
    ]);
  });
});

describe('bars', () => {
  it('begin at one zero and end at their values', () => {
    const span = barSpan([3, null, -1]);
    expect(span.zero).toBe(25);
    expect(placeOfBar(3, span)).toEqual({ left: '25%', width: '75%' });
    expect(placeOfBar(-1, span)).toEqual({ left: '0%', width: '25%' });
  });

  it('stand with nothing but zeros, and with the largest numbers there are', () => {
    expect(placeOfBar(0, barSpan([0, 0]))).toEqual({ left: '0%', width: '0%' });
    const span = barSpan([-Number.MAX_VALUE, Number.MAX_VALUE]);
    expect(placeOfBar(Number.MAX_VALUE, span)).toEqual({ left: '50%', width: '50%' });
  });
});
