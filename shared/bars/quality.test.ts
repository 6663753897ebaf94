import { describe, expect, it } from 'vitest';
import { createBars } from './bars.ts';
import { assessQuality } from './quality.ts';

const day = 86_400_000;
const monday = Date.UTC(2024, 0, 1);

/** Daily bars with small moves; `change` spoils the columns. */
function daily(
  change: (columns: { time: Float64Array; close: Float64Array; volume: Float64Array }) => void,
) {
  const time = Float64Array.from({ length: 100 }, (_, index) => monday + index * day);
  const close = Float64Array.from({ length: 100 }, (_, index) => 100 + Math.sin(index));
  const volume = new Float64Array(100).fill(5);
  change({ time, close, volume });
  return createBars('X', { time, open: close, high: close, low: close, close, volume });
}

describe('assessQuality', () => {
  it('has nothing to say about ordinary data', () => {
    expect(assessQuality(daily(() => {}))).toEqual([]);
    expect(assessQuality(daily(({ volume }) => volume.fill(0)))).toEqual([]);
  });

  it('finds gaps', () => {
    const bars = daily(({ time }) =>
      time.forEach((at, index) => {
        time[index] = at + (index > 49 ? 30 * day : 0);
      }),
    );
    expect(assessQuality(bars)).toEqual([
      '1 gap in daily bars, the first of 31 days after 2024-02-19.',
    ]);
  });

  it('finds bars without volume among others', () => {
    const bars = daily(({ volume }) => volume.fill(0, 0, 2));
    expect(assessQuality(bars)).toEqual(['2 bars without volume, the first on 2024-01-01.']);
  });

  it('finds an unadjusted split', () => {
    const bars = daily(({ close }) =>
      close.forEach((price, index) => {
        close[index] = index < 50 ? price : price / 2;
      }),
    );
    expect(assessQuality(bars)).toEqual([
      '1 unusual move, the first of -49.7 % on 2024-02-20: look for a split or a wrong price.',
    ]);
  });

  it('takes wild moves for normal where all are wild', () => {
    const bars = daily(({ close }) =>
      close.forEach((_, index) => {
        close[index] = index % 2 ? 100 : 150;
      }),
    );
    expect(assessQuality(bars)).toEqual([]);
  });

  it('copes with one bar and with none', () => {
    for (const length of [0, 1]) {
      const column = new Float64Array(length).fill(1);
      expect(
        assessQuality(
          createBars('X', {
            time: column,
            open: column,
            high: column,
            low: column,
            close: column,
            volume: column,
          }),
        ),
      ).toEqual([]);
    }
  });
});
