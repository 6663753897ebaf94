import { ImportError, quoted } from '../import-error.ts';
import type { FoundColumn } from './columns.ts';
import { isMissing, parseNumber, parseVolume, type DecimalMark } from './numbers.ts';

/**
 * The price in one cell.
 * @throws {ImportError} if it is missing, no number, or not above zero.
 */
export function readPrice(
  text: string,
  mark: DecimalMark,
  { name }: FoundColumn,
  row: number,
): number {
  const value = parseNumber(text, mark);
  if (value > 0 && value < Infinity) return value;
  const place = { row, column: name };
  if (isMissing(text)) {
    throw new ImportError(
      'missing-value',
      'the value is missing.',
      'Fill in the price or remove the row. Stratbox does not invent prices.',
      place,
    );
  }
  if (!Number.isFinite(value)) throw brokenNumber(text, place);
  throw new ImportError(
    'price-not-positive',
    `${quoted(text)} is not above zero.`,
    'Returns need prices above zero. Correct the price or leave the days around it out.',
    place,
  );
}

/**
 * The volume in one cell, NaN where none is given.
 * @throws {ImportError} if it is no number or negative.
 */
export function readVolume(
  text: string,
  mark: DecimalMark,
  { name }: FoundColumn,
  row: number,
): number {
  if (isMissing(text)) return NaN;
  const value = parseVolume(text, mark);
  const place = { row, column: name };
  if (!Number.isFinite(value)) throw brokenNumber(text, place);
  if (value >= 0) return value;
  throw new ImportError(
    'negative-volume',
    `${quoted(text)} is below zero.`,
    'Correct the volume or leave the cell empty.',
    place,
  );
}

function brokenNumber(text: string, place: { row: number; column: string }): ImportError {
  return new ImportError(
    'broken-number',
    `${quoted(text)} is not a number.`,
    'Correct the value or remove the row.',
    place,
  );
}
