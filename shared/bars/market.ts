import type { Bars } from './bars.ts';
import { utcSessions, type ZoneOffset } from './sessions.ts';

/** One instrument of a run. */
export interface Instrument {
  readonly bars: Bars;
  /** Shorter bars of the same instrument: they decide what came first inside a bar. */
  readonly finer?: Bars;
}

/** Many instruments on one clock. */
export interface Market {
  /** Every time at which at least one instrument has a bar, ascending. "Bar n" of a run is its n-th. */
  readonly time: Float64Array;
  readonly instruments: readonly Instrument[];
  readonly sessions: readonly ZoneOffset[];
}

/**
 * Puts instruments on one clock. The first one is the run's main instrument. Finer bars without a row are
 * none: a run says the same with them and without.
 * @throws {RangeError} if there is none, a symbol comes twice, or times do not ascend.
 */
export function createMarket(
  instruments: readonly Instrument[],
  sessions: readonly ZoneOffset[] = utcSessions,
): Market {
  const [first] = instruments;
  if (first === undefined) throw new RangeError('A run needs at least one instrument');
  const symbols = new Set<string>();
  for (const { bars, finer } of instruments) {
    if (symbols.has(bars.symbol)) throw new RangeError(`The symbol ${bars.symbol} comes twice`);
    symbols.add(bars.symbol);
    refuseDisorder(bars);
    if (finer !== undefined) refuseDisorder(finer);
  }
  const time = instruments.length === 1 ? first.bars.time : unionOfTimes(instruments);
  return { time, instruments: instruments.map(withoutEmpty), sessions };
}

function withoutEmpty(instrument: Instrument): Instrument {
  return instrument.finer?.time.length === 0 ? { bars: instrument.bars } : instrument;
}

function refuseDisorder({ symbol, time }: Bars): void {
  for (let row = 1; row < time.length; row += 1) {
    if (!((time[row] as number) > (time[row - 1] as number))) {
      throw new RangeError(`The times of ${symbol} do not ascend at row ${row}`);
    }
  }
}

function unionOfTimes(instruments: readonly Instrument[]): Float64Array {
  const columns = instruments.map(({ bars }) => bars.time);
  const all = new Float64Array(columns.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const column of columns) {
    all.set(column, filled);
    filled += column.length;
  }
  all.sort();
  let kept = 0;
  for (let index = 0; index < all.length; index += 1) {
    if (index > 0 && all[index] === all[kept - 1]) continue;
    all[kept] = all[index] as number;
    kept += 1;
  }
  return all.slice(0, kept);
}
