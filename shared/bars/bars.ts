/**
 * Market data as columns: one Float64Array a field, all of the same length, in time order.
 * `time` is the bar's start in milliseconds since 1970-01-01 UTC; prices are in the instrument's
 * currency; `volume` is in units traded (0 when the source has none).
 */
export interface Bars {
  readonly symbol: string;
  readonly time: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
  /** Closes with dividends and splits taken out, where the source gives them and they differ. */
  readonly adjustedClose?: Float64Array;
}

/** The columns in the order in which they travel to the sandbox and are hashed. */
export const columnNames = ['time', 'open', 'high', 'low', 'close', 'volume'] as const;
export type ColumnName = (typeof columnNames)[number];

/** @throws {RangeError} if the columns differ in length. */
export function createBars(symbol: string, columns: Record<ColumnName, Float64Array>): Bars {
  const length = columns.time.length;
  for (const name of columnNames) {
    if (columns[name].length !== length) {
      throw new RangeError(`Column ${name} has ${columns[name].length} values, time has ${length}`);
    }
  }
  return { symbol, ...columns };
}

/** The bars whose time lies in [from, to] (milliseconds, both inclusive); views, not copies. */
export function sliceByTime(bars: Bars, from: number, to: number): Bars {
  let start = 0;
  while (start < bars.time.length && (bars.time[start] as number) < from) start += 1;
  let end = bars.time.length;
  while (end > start && (bars.time[end - 1] as number) > to) end -= 1;
  return sliceByIndex(bars, start, end);
}

/** The bars with indexes in [start, end); views, not copies. */
export function sliceByIndex(bars: Bars, start: number, end: number): Bars {
  const cut = (name: ColumnName) => bars[name].subarray(start, end);
  const adjustedClose = bars.adjustedClose?.subarray(start, end);
  return {
    ...createBars(bars.symbol, {
      time: cut('time'),
      open: cut('open'),
      high: cut('high'),
      low: cut('low'),
      close: cut('close'),
      volume: cut('volume'),
    }),
    ...(adjustedClose === undefined ? {} : { adjustedClose }),
  };
}
