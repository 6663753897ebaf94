import type { ColumnName } from '../../bars/bars.ts';
import { ImportError, quoted } from '../import-error.ts';
import { absentColumns } from './absent-columns.ts';
import type { FoundColumn, FoundColumns } from './columns.ts';
import { createDateColumn } from './date-column.ts';
import { inTimeOrder } from './in-time-order.ts';
import { isMissing, parseNumber, type DecimalMark } from './numbers.ts';
import { readPrice, readVolume } from './price-column.ts';
import { createRemarks } from './remarks.ts';

/** Prices that differ by less than this share differ by rounding. */
const roundingShare = 1e-6;

/** Collects a table row by row. Every error is an ImportError that names the row and the column. */
export interface BarTable {
  push(cells: readonly string[], row: number): void;
  /** `symbol` is the one that every row names, or undefined without such a column. */
  finish(): {
    columns: Record<ColumnName, Float64Array>;
    /** Absent when the file has none, or none that differs from the close. */
    adjustedClose: Float64Array | undefined;
    symbol: string | undefined;
    warnings: string[];
  };
}

/**
 * Turns rows of text into columns of numbers, checking each value where its row is still known.
 * `capacity` is the most rows that can come; nothing is allocated a row.
 */
export function createBarTable(found: FoundColumns, mark: DecimalMark, capacity: number): BarTable {
  const rows = new Uint32Array(capacity);
  const dates = createDateColumn(capacity, rows, found.date.name);
  const column = () => new Float64Array(capacity);
  const [open, high, low, close, volume] = [column(), column(), column(), column(), column()];
  const adjusted = found.adjusted ? column() : undefined;
  let isAdjusted = false;
  const remarks = createRemarks();
  let count = 0;
  let symbol: string | undefined;

  return {
    push(cells, row) {
      rows[count] = row;
      dates.push(readDate(cells, row), row);
      const last = readPrice(cellOf(cells, found.close), mark, found.close, row);
      const first = price(cells, found.open, row) ?? last;
      const top = price(cells, found.high, row) ?? Math.max(first, last);
      const bottom = price(cells, found.low, row) ?? Math.min(first, last, top);
      checkRange(first, top, bottom, last, row);
      if (adjusted) adjusted[count] = adjustedOf(cells, last, row);
      checkSymbol(cells, row);
      open[count] = first;
      high[count] = top;
      low[count] = bottom;
      close[count] = last;
      volume[count] = volumeOf(cells, row);
      count += 1;
    },

    finish() {
      const { time, warnings } = dates.finish();
      const cut = (values: Float64Array) => values.slice(0, count);
      const written = {
        time,
        open: cut(open),
        high: cut(high),
        low: cut(low),
        close: cut(close),
        volume: cut(volume),
        ...(adjusted && isAdjusted ? { adjustedClose: cut(adjusted) } : {}),
      };
      const ordered = inTimeOrder(written, rows, found.date.name);
      const { adjustedClose, ...columns } = ordered.columns;
      return {
        columns,
        adjustedClose,
        symbol,
        warnings: [...absentColumns(found), ...warnings, ...ordered.warnings, ...remarks.list()],
      };
    },
  };

  function readDate(cells: readonly string[], row: number): string {
    const date = cellOf(cells, found.date);
    if (!isMissing(date)) return found.time ? `${date} ${cellOf(cells, found.time)}`.trim() : date;
    throw new ImportError(
      'missing-value',
      'the date is missing.',
      'Fill in the date or remove the row.',
      { row, column: found.date.name },
    );
  }

  function price(cells: readonly string[], at: FoundColumn | undefined, row: number) {
    return at && readPrice(cellOf(cells, at), mark, at, row);
  }

  function checkRange(first: number, top: number, bottom: number, last: number, row: number): void {
    if (top < bottom) {
      throw new ImportError(
        'high-below-low',
        `the high ${top} is below the low ${bottom}.`,
        'Correct the prices of this row, or the names of the columns if they are mixed up.',
        { row, column: (found.high ?? found.low ?? found.close).name },
      );
    }
    const slack = roundingShare * top;
    if (Math.max(first, last) > top + slack || Math.min(first, last) < bottom - slack) {
      remarks.add('outside-range', row);
    }
  }

  function volumeOf(cells: readonly string[], row: number): number {
    if (!found.volume) return 0;
    const value = readVolume(cellOf(cells, found.volume), mark, found.volume, row);
    if (!Number.isNaN(value)) return value;
    remarks.add('no-volume', row);
    return 0;
  }

  /** A missing adjusted close is the close: nothing to take out is known of that bar. */
  function adjustedOf(cells: readonly string[], last: number, row: number): number {
    const value = found.adjusted ? parseNumber(cellOf(cells, found.adjusted), mark) : NaN;
    if (!(value > 0 && Number.isFinite(value))) return last;
    if (Math.abs(value - last) <= roundingShare * last) return last;
    isAdjusted = true;
    remarks.add('adjusted', row);
    return value;
  }

  function checkSymbol(cells: readonly string[], row: number): void {
    if (!found.symbol) return;
    const named = cellOf(cells, found.symbol);
    symbol ??= named;
    if (named === symbol) return;
    throw new ImportError(
      'several-symbols',
      `this row is about ${quoted(named)}, those before about ${quoted(symbol)}.`,
      'Split the file: a data set holds one instrument.',
      { row, column: found.symbol.name },
    );
  }
}

function cellOf(cells: readonly string[], { index }: FoundColumn): string {
  return (cells[index] ?? '').trim();
}
