import { readFileSync } from 'node:fs';
import type { Bar } from './indicator.ts';

const day = 86_400_000;
const file = new URL('../../node_modules/vega-datasets/data/sp500-2000.csv', import.meta.url);

/** The S&P 500, daily from 2000 on. */
export function sp500(): Bar[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  return lines.map((line, index) => {
    const [date, open, high, low, close, , volume] = line.split(',');
    return {
      index,
      time: Date.parse(date as string),
      open: Number(open),
      high: Number(high),
      low: Number(low),
      close: Number(close),
      volume: Number(volume),
    };
  });
}

/** The same days as distances from the close before: small numbers around zero. */
export function changesOf(bars: readonly Bar[]): Bar[] {
  return bars.slice(1).map((bar, index) => {
    const { close } = bars[index] as Bar;
    const less = (price: number) => price - close;
    const [open, high, low] = [less(bar.open), less(bar.high), less(bar.low)];
    return { ...bar, index, open, high, low, close: less(bar.close) };
  });
}

/** One stretch of a hard series: moves in quarters, from a walk, a gap, a flat or a single price. */
export type Stretch =
  | { readonly kind: 'walk'; readonly moves: readonly number[] }
  | { readonly kind: 'gap'; readonly by: number }
  | { readonly kind: 'flat'; readonly bars: number };

/**
 * Bars of prices in quarters of a unit and whole volumes, so that sums and squares are exact in a
 * double: TA-Lib's running sums then lose nothing, and what differs is a difference of formula.
 */
export function hardSeries(stretches: readonly Stretch[]): Bar[] {
  const bars: Bar[] = [];
  let price = 4000;
  const add = (to: number, reach: number, volume: number) => {
    const next = Math.max(40, Math.min(16_000, to));
    const index = bars.length;
    bars.push({
      index,
      time: index * day,
      open: price / 4,
      high: (Math.max(price, next) + reach) / 4,
      low: (Math.min(price, next) - reach) / 4,
      close: next / 4,
      volume,
    });
    price = next;
  };
  for (const stretch of stretches) {
    if (stretch.kind === 'gap') {
      price = Math.max(40, Math.min(16_000, price + stretch.by));
      add(price, 8, 10_000);
    } else if (stretch.kind === 'flat') {
      for (let bar = 0; bar < stretch.bars; bar += 1) add(price, 0, bar % 3 === 0 ? 0 : 700);
      // Two flats in a row are no longer one: see the limit on a flat's length in talib.test.ts.
      add(price + 40, 4, 900);
    } else {
      stretch.moves.forEach((move, at) => add(price + move, (at * 7) % 5, 1000 + 37 * (at % 11)));
    }
  }
  return bars;
}
