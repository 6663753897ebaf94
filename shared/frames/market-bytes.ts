import { createBars, type Bars } from '../bars/bars.ts';
import { barsToBytes, bytesPerBar, bytesToColumns, joinBytes } from '../bars/column-bytes.ts';
import { createMarket, type Instrument, type Market } from '../bars/market.ts';
import type { Job, JobInstrument } from './job.ts';

/** What the job frame says of a market, and the columns that follow it. */
export function packMarket(
  market: Market,
): Pick<Job, 'instruments' | 'sessions'> & { columns: Uint8Array } {
  const pieces: Uint8Array[] = [];
  const instruments = market.instruments.map(({ bars, finer }): JobInstrument => {
    pieces.push(barsToBytes(bars));
    if (finer !== undefined) pieces.push(barsToBytes(finer));
    return {
      symbol: bars.symbol,
      barCount: bars.time.length,
      finerBarCount: finer?.time.length ?? 0,
    };
  });
  // JSON knows no infinity.
  const sessions = market.sessions.map(({ from, offset }) => ({
    from: Number.isFinite(from) ? from : null,
    offset,
  }));
  return { instruments, sessions, columns: joinBytes(pieces) };
}

/** The inverse of `packMarket`. @throws {RangeError} if the columns are not of the length announced. */
export function unpackMarket(
  job: Pick<Job, 'instruments' | 'sessions'>,
  columns: Uint8Array,
): Market {
  let at = 0;
  const take = (symbol: string, count: number): Bars => {
    const end = at + count * bytesPerBar;
    const bars = createBars(symbol, bytesToColumns(columns.subarray(at, end), count));
    at = end;
    return bars;
  };
  const instruments = job.instruments.map(({ symbol, barCount, finerBarCount }): Instrument => {
    const bars = take(symbol, barCount);
    return finerBarCount === 0 ? { bars } : { bars, finer: take(symbol, finerBarCount) };
  });
  if (at !== columns.length) {
    throw new RangeError(`The columns have ${columns.length} bytes, the job announces ${at}`);
  }
  const sessions = job.sessions.map(({ from, offset }) => ({ from: from ?? -Infinity, offset }));
  return createMarket(instruments, sessions);
}
