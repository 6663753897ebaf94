import { ImportError, quoted } from '../import-error.ts';
import { findDateStyle, parseDate, utcDay, type DateStyle } from './dates.ts';

/** Collects a file's dates row by row; what depends on all of them is decided in `finish`. */
export interface DateColumn {
  /** @throws {ImportError} if the text is no date, or not written as the first one is. */
  push(text: string, row: number): void;
  /**
   * Milliseconds UTC, one a row.
   * @throws {ImportError} if a day is in no calendar, or day and month cannot be told apart.
   */
  finish(): { time: Float64Array; warnings: string[] };
}

/** `capacity` is the most rows there can be; `rows` holds their line numbers, filled by the caller. */
export function createDateColumn(capacity: number, rows: Uint32Array, column: string): DateColumn {
  let style: DateStyle | undefined;
  let count = 0;
  let example = '';
  let withoutZone = false;
  let zones: Float64Array | undefined;
  // The three numbers of a date wait here until the order of day and month is known.
  const years = new Uint16Array(capacity);
  const firsts = new Uint8Array(capacity);
  const seconds = new Uint8Array(capacity);
  const clocks = new Float64Array(capacity);

  return {
    push(text, row) {
      if (style === undefined) {
        style = findDateStyle(text);
        example = text;
      }
      const date = style && parseDate(text, style);
      if (!date) throw brokenDate(text, { row, column }, style && example);
      years[count] = date.year;
      firsts[count] = date.first;
      seconds[count] = date.second;
      clocks[count] = date.clock;
      if (date.zone === null) withoutZone = true;
      else (zones ??= new Float64Array(capacity))[count] = date.zone;
      count += 1;
    },

    finish() {
      const dayFirst = style === 'numeric' && isDayFirst();
      const time = new Float64Array(count);
      let withClock = false;
      for (let index = 0; index < count; index += 1) {
        const [month, date] = dayFirst ? [seconds, firsts] : [firsts, seconds];
        const start = utcDay(years[index] ?? 0, month[index] ?? 0, date[index] ?? 0);
        if (Number.isNaN(start)) {
          throw new ImportError(
            'broken-date',
            `the calendar has no day ${years[index]}-${month[index]}-${date[index]}.`,
            'Correct the date, or remove the row.',
            { row: rows[index] ?? 0, column },
          );
        }
        const clock = clocks[index] ?? 0;
        if (clock !== 0) withClock = true;
        time[index] = start + clock;
      }
      // Midnight in the exchange's zone on every row means the date itself: shifting it to UTC
      // would move bars east of Greenwich to the day before.
      if (zones && withClock)
        for (let index = 0; index < count; index += 1) shift(time, index, zones);
      const assumed = withClock && withoutZone && style !== 'unix';
      return { time, warnings: assumed ? ['Times without a zone are taken as UTC.'] : [] };
    },
  };

  function isDayFirst(): boolean {
    const above12 = (values: Uint8Array) =>
      values.subarray(0, count).findIndex((value) => value > 12);
    const [first, second] = [above12(firsts), above12(seconds)];
    if (first >= 0 && second >= 0) {
      throw new ImportError(
        'ambiguous-date',
        `this date starts with the month, the one in row ${rows[first]} with the day.`,
        'Write all dates alike, best as 2020-12-31.',
        { row: rows[second] ?? 0, column },
      );
    }
    if (first < 0 && second < 0) {
      throw new ImportError(
        'ambiguous-date',
        `every date can be read with the day or the month first, as ${quoted(example)} can.`,
        'Write the dates as 2020-12-31, so that no wrong guess can spoil a result.',
        { row: rows[0] ?? 0, column },
      );
    }
    return first >= 0;
  }
}

function shift(time: Float64Array, index: number, zones: Float64Array): void {
  time[index] = (time[index] ?? 0) - (zones[index] ?? 0);
}

function brokenDate(text: string, place: { row: number; column: string }, example?: string) {
  return new ImportError(
    'broken-date',
    `${quoted(text)} is not a date${example ? ` written as the first one, ${quoted(example)}` : ''}.`,
    'Write every date alike, best as 2020-12-31 or 2020-12-31 16:00.',
    place,
  );
}
