import { columnNames, createBars, type Bars, type ColumnName } from './bars.ts';

/** The most bars any part of Stratbox takes: 240 MB of columns. */
export const maximumBarCount = 5_000_000;

const bytesPerValue = Float64Array.BYTES_PER_ELEMENT;
export const bytesPerBar = columnNames.length * bytesPerValue;
const hostIsLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/**
 * The six columns in the order of `columnNames`, one whole column after the other, each value an
 * IEEE 754 double in little-endian order on every machine: 48 bytes a bar. Hashes of data are
 * taken of these bytes, and they are what travels to the sandbox.
 */
export function barsToBytes(bars: Bars): Uint8Array {
  const bytesPerColumn = bars.time.length * bytesPerValue;
  const bytes = new Uint8Array(bars.time.length * bytesPerBar);
  columnNames.forEach((name, index) => {
    bytes.set(floatsToBytes(bars[name]), index * bytesPerColumn);
  });
  return bytes;
}

/**
 * The inverse of `barsToBytes`. The columns are copies, so `bytes` may sit anywhere in its buffer
 * and be reused. Only the shape is checked, not the values.
 * @throws {RangeError} if `barCount` is no count or `bytes` has not exactly 48 bytes a bar.
 */
export function bytesToColumns(
  bytes: Uint8Array,
  barCount: number,
): Record<ColumnName, Float64Array> {
  // Checked before anything is allocated: both may come from a damaged or hostile file.
  if (!Number.isInteger(barCount) || barCount < 0 || barCount > maximumBarCount) {
    throw new RangeError(`${barCount} is no bar count from 0 to ${maximumBarCount}`);
  }
  const bytesPerColumn = barCount * bytesPerValue;
  const expected = barCount * bytesPerBar;
  if (bytes.length !== expected) {
    throw new RangeError(`${barCount} bars take ${expected} bytes, there are ${bytes.length}`);
  }
  const column = (index: number) =>
    bytesToFloats(bytes.subarray(index * bytesPerColumn, (index + 1) * bytesPerColumn));
  return {
    time: column(0),
    open: column(1),
    high: column(2),
    low: column(3),
    close: column(4),
    volume: column(5),
  };
}

/** What is kept and hashed: the six columns and, where there are adjusted closes, those after them. */
export function storedBytes(bars: Bars): Uint8Array {
  const columns = barsToBytes(bars);
  if (bars.adjustedClose === undefined) return columns;
  const bytes = new Uint8Array(columns.length + bars.adjustedClose.length * bytesPerValue);
  bytes.set(columns);
  bytes.set(floatsToBytes(bars.adjustedClose), columns.length);
  return bytes;
}

/** How many bytes `storedBytes` has. */
export function storedLength(barCount: number, hasAdjusted: boolean): number {
  return barCount * (bytesPerBar + (hasAdjusted ? bytesPerValue : 0));
}

/**
 * The inverse of `storedBytes`.
 * @throws {RangeError} if the length does not fit.
 */
export function readStoredBytes(
  symbol: string,
  bytes: Uint8Array,
  barCount: number,
  hasAdjusted: boolean,
): Bars {
  if (bytes.length !== storedLength(barCount, hasAdjusted)) {
    throw new RangeError(`${bytes.length} bytes are not those of ${barCount} bars`);
  }
  const columns = bytesToColumns(bytes.subarray(0, barCount * bytesPerBar), barCount);
  const bars = createBars(symbol, columns);
  if (!hasAdjusted) return bars;
  return { ...bars, adjustedClose: bytesToFloats(bytes.subarray(barCount * bytesPerBar)) };
}

/** The values as little-endian doubles; a copy. */
export function floatsToBytes(values: Float64Array): Uint8Array {
  const bytes = new Uint8Array(values.length * bytesPerValue);
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  return hostIsLittleEndian ? bytes : swapped(bytes);
}

/**
 * The inverse of `floatsToBytes`; a copy, so `bytes` need not be aligned.
 * @throws {RangeError} if the length is no multiple of 8.
 */
export function bytesToFloats(bytes: Uint8Array): Float64Array {
  if (bytes.length % bytesPerValue !== 0) {
    throw new RangeError(`${bytes.length} bytes are no whole number of doubles`);
  }
  const copy = new Uint8Array(bytes.length);
  copy.set(bytes);
  return new Float64Array((hostIsLittleEndian ? copy : swapped(copy)).buffer);
}

/** All pieces in one; a single piece is not copied. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces;
  if (pieces.length === 1 && first !== undefined) return first;
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function swapped(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  for (let at = 0; at < bytes.length; at += bytesPerValue) {
    bytes.subarray(at, at + bytesPerValue).reverse();
  }
  return bytes;
}
