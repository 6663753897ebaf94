import type { Trade } from '../engine/result.ts';
import type { Figure, MetricsInput } from './definition.ts';
import { noClosedTrades, notAvailable } from './figure.ts';
import { rangeExtremes, type RangeExtremes } from './range-extremes.ts';

/** How far prices went against and for each trade whose bars are known, as shares of its entry price. */
export interface Excursions {
  /** 0 or below. */
  readonly adverse: Float64Array;
  /** 0 or above. */
  readonly favorable: Float64Array;
}

type InstrumentBars = MetricsInput['instruments'][number];

/**
 * Excursions of closed trades, from the bars between entry and exit. Both of these bars count whole,
 * though a part of each lies outside the trade: what bars do not tell is taken as bad as it can be for
 * the adverse side, and as good as it can be for the favorable one.
 */
export function excursionsOf(
  trades: readonly Trade[],
  instruments: readonly InstrumentBars[],
): Excursions {
  const known = new Map(
    instruments.map((bars) => [
      bars.symbol,
      { time: bars.time, extremes: once(() => rangeExtremes(bars.low, bars.high)) },
    ]),
  );
  const adverse: number[] = [];
  const favorable: number[] = [];
  for (const { symbol, direction, entryPrice, entryTime, exitTime } of trades) {
    const bars = known.get(symbol);
    if (bars === undefined || exitTime === null || !(entryPrice > 0)) continue;
    const from = rowsBefore(bars.time, entryTime);
    const to = rowsBefore(bars.time, exitTime + 1) - 1;
    if (to < from) continue;
    const lowest = bars.extremes().lowest(from, to) / entryPrice - 1;
    const highest = bars.extremes().highest(from, to) / entryPrice - 1;
    if (!Number.isFinite(lowest) || !Number.isFinite(highest)) continue;
    adverse.push(Math.min(0, direction === 'long' ? lowest : -highest));
    favorable.push(Math.max(0, direction === 'long' ? highest : -lowest));
  }
  return { adverse: Float64Array.from(adverse), favorable: Float64Array.from(favorable) };
}

/** Why there are no excursions of `trades` closed trades, of which `known` could be looked up. */
export function noExcursions(trades: number, known: number): Figure | null {
  if (trades === 0) return noClosedTrades;
  return known === 0 ? notAvailable('no bars are known between the entries and exits') : null;
}

export function excursionNote(trades: number, known: number): string {
  return known === trades
    ? ''
    : `of ${known} of ${trades} trades: the bars of the others are not known`;
}

function once(make: () => RangeExtremes): () => RangeExtremes {
  let made: RangeExtremes | undefined;
  return () => (made ??= make());
}

/** How many ascending times lie before `at`. */
function rowsBefore(time: Float64Array, at: number): number {
  let [from, until] = [0, time.length];
  while (from < until) {
    const middle = (from + until) >> 1;
    if ((time[middle] as number) < at) from = middle + 1;
    else until = middle;
  }
  return from;
}
