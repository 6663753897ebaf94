import { samplePoints } from './sample-points.ts';

/** Columns of equal length: one value a point, times in milliseconds. */
export interface SampledCurve {
  readonly time: number[];
  readonly equity: number[];
  readonly drawdown: number[];
  readonly benchmark: number[];
}

/**
 * How far equity is below its running peak, as a share: 0 at a peak, -0.25 a quarter below it, and
 * below -1 if equity went negative. While there was no positive peak there is no share of it: 0.
 */
export function drawdownOf(equity: Float64Array): Float64Array {
  const drawdown = new Float64Array(equity.length);
  let peak = 0;
  for (let index = 0; index < equity.length; index += 1) {
    const value = equity[index] as number;
    if (value > peak) peak = value;
    else if (peak > 0) drawdown[index] = value === peak ? 0 : value / peak - 1;
  }
  return drawdown;
}

/**
 * The account of someone who puts all cash into the instrument at the first close and holds it:
 * fractions of a unit, no commission, no slippage. It is a yardstick that is slightly too good, on
 * purpose. A first close that is not positive cannot be bought: the cash is kept.
 */
export function buyAndHold(closes: Float64Array, initialCash: number): Float64Array {
  const first = closes[0] ?? 0;
  if (!(first > 0)) return new Float64Array(closes.length).fill(initialCash);
  return closes.map((close) => initialCash * (close / first));
}

interface FullCurve {
  readonly time: Float64Array;
  readonly equity: Float64Array;
  readonly benchmark: Float64Array;
}

/**
 * At most `maximumPoints` (2 or more) of a curve for drawing, in order: the first, the last, and of
 * each stretch between them the highest and the lowest equity and drawdown. So no peak and no trough
 * of the picture is lost; the drawdown is that of every bar, not of the sample.
 */
export function sampleCurve(full: FullCurve, maximumPoints = 2000): SampledCurve {
  const drawdown = drawdownOf(full.equity);
  const kept = samplePoints([full.equity, drawdown], maximumPoints);
  const pick = (column: Float64Array) => kept.map((index) => column[index] as number);
  return {
    time: pick(full.time),
    equity: pick(full.equity),
    drawdown: pick(drawdown),
    benchmark: pick(full.benchmark),
  };
}
