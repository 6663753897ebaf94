import { describe, expect, it } from 'vitest';
import { plotPanels } from './plot-panels.ts';

const plot = (name: string, ...value: number[]) => ({
  name,
  time: value.map((_, at) => at),
  value,
});
const panelsOf = (...plots: ReturnType<typeof plot>[]) =>
  plotPanels(plots).map((panel) => panel.plots.map(({ name }) => name));

describe('plotPanels', () => {
  it('puts series of like size on one axis and others on their own', () => {
    const fast = plot('fast', 1000, 1500, 2000);
    const slow = plot('slow', 1100, 1400, 1800);
    const rsi = plot('rsi', 20, 80);
    expect(panelsOf(fast, rsi, slow, plot('oversold', 30, 30))).toEqual([
      ['fast', 'slow'],
      ['rsi', 'oversold'],
    ]);
  });

  it('keeps each series its number, and the range of a panel', () => {
    const [first, second] = plotPanels([plot('a', 0, 10), plot('b', 500, 900), plot('c', -5, 8)]);
    expect(first).toMatchObject({ low: -5, high: 10, plots: [{ index: 0 }, { index: 2 }] });
    expect(second).toMatchObject({ low: 500, high: 900, plots: [{ index: 1 }] });
  });

  it('draws nothing for a series without a figure', () => {
    expect(panelsOf(plot('none'), plot('nan', NaN))).toEqual([]);
  });

  it('keeps two far constants apart', () => {
    expect(panelsOf(plot('a', 5, 5), plot('b', 5, 5), plot('c', 7, 7))).toEqual([
      ['a', 'b'],
      ['c'],
    ]);
  });
});
