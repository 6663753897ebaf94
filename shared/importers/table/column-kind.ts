import type { TableColumnKind } from '../../bars/table.ts';
import { findDateStyle, parseDate, type DateStyle } from './dates.ts';
import { isMissing, parseNumber, type DecimalMark } from './numbers.ts';

/** Years that a nanosecond count of 64 bits, and so pandas, can tell. */
const [firstYear, lastYear] = [1678, 2261];
const tellsTime = /date|time|stamp|epoch|unix/i;

/** Finds out what a column holds, cell by cell. */
export interface KindFinder {
  /** `text` without blanks around it. */
  push(text: string): void;
  kind(): TableColumnKind;
}

/**
 * Digits alone, such as 20200102 or a Unix time, are a date only in a column whose name says so:
 * numbers of orders look the same.
 */
export function createKindFinder(name: string, mark: DecimalMark): KindFinder {
  let style: DateStyle | undefined;
  let isEmpty = true;
  const possible = { time: true, number: true, boolean: true };

  const isTime = (text: string): boolean => {
    if (/^[\d.]+$/.test(text) && !tellsTime.test(name)) return false;
    style ??= findDateStyle(text);
    const date = style && parseDate(text, style);
    return date !== undefined && date.year >= firstYear && date.year <= lastYear;
  };

  return {
    push(text) {
      if (isMissing(text)) return;
      isEmpty = false;
      if (possible.time) possible.time = isTime(text);
      if (possible.number) possible.number = isNumber(text, mark);
      if (possible.boolean) possible.boolean = /^(?:true|false)$/i.test(text);
    },
    kind() {
      if (isEmpty) return 'text';
      if (possible.time) return 'time';
      if (possible.number) return 'number';
      return possible.boolean ? 'boolean' : 'text';
    },
  };
}

/** A number that a double holds: the last digits of a long order number would be lost. */
function isNumber(text: string, mark: DecimalMark): boolean {
  const value = parseNumber(text, mark);
  if (!Number.isFinite(value)) return false;
  return Number.isSafeInteger(value) || !/^[+-]?\d+$/.test(text);
}
