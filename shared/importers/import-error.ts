export type ImportErrorCode =
  | 'unknown-format'
  | 'wrong-encoding'
  | 'empty-file'
  | 'header-only'
  | 'no-date-column'
  | 'no-price-column'
  | 'ambiguous-column'
  | 'too-many-rows'
  | 'too-large'
  | 'too-few-bars'
  | 'broken-quotes'
  | 'ragged-row'
  | 'missing-value'
  | 'broken-number'
  | 'broken-date'
  | 'ambiguous-date'
  | 'price-not-positive'
  | 'negative-volume'
  | 'high-below-low'
  | 'duplicate-time'
  | 'several-symbols';

/** Where in the file: `row` counts its lines from 1, the header included; `column` as the header names it. */
export interface FilePlace {
  readonly row?: number;
  readonly column?: string;
}

/** Why a data file cannot be taken, in words that begin with the place, and what to do about it. */
export class ImportError extends Error {
  readonly code: ImportErrorCode;
  readonly hint: string;
  readonly row: number | undefined;
  readonly column: string | undefined;

  constructor(code: ImportErrorCode, message: string, hint: string, place: FilePlace = {}) {
    super(inPlace(place, message));
    this.name = 'ImportError';
    this.code = code;
    this.hint = hint;
    this.row = place.row;
    this.column = place.column;
  }
}

function inPlace({ row, column }: FilePlace, message: string): string {
  const parts: string[] = [];
  if (row !== undefined) parts.push(`row ${row}`);
  if (column !== undefined) parts.push(`column ${quoted(column)}`);
  if (parts.length === 0) return message;
  const place = parts.join(', ');
  return `${place.charAt(0).toUpperCase()}${place.slice(1)}: ${message}`;
}

/** Text from a file as it may stand in a message: one short line, whatever it holds. */
export function quoted(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u{B7}');
  return `"${line.length > 40 ? `${line.slice(0, 40)}…` : line}"`;
}
