import { createBars, type Bars } from './bars.ts';

/**
 * The bars at adjusted prices: every price of a bar times its adjusted close over its close, so that
 * dividends and splits make no jump. Volume stays as traded. Bars without adjusted closes come back
 * as they are, so raw and adjusted prices are never mixed within one series.
 */
export function adjustedBars(bars: Bars): Bars {
  const { adjustedClose, symbol, time, close, volume } = bars;
  if (adjustedClose === undefined) return bars;
  const factor = adjustedClose.map((adjusted, row) => adjusted / (close[row] as number));
  const scaled = (column: Float64Array) =>
    column.map((price, row) => price * (factor[row] as number));
  return createBars(symbol, {
    time,
    open: scaled(bars.open),
    high: scaled(bars.high),
    low: scaled(bars.low),
    close: adjustedClose,
    volume,
  });
}

/** The bars as traded, without their adjusted closes. */
export function rawBars({ symbol, time, open, high, low, close, volume }: Bars): Bars {
  return createBars(symbol, { time, open, high, low, close, volume });
}
