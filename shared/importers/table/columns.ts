import { ImportError, quoted } from '../import-error.ts';

/** What a column can hold, with the names it goes by, the plainest first; letters and digits only. */
const aliases = {
  date: ['datetime', 'date', 'timestamp', 'opentime', 'unix', 'unixtime', 'epoch'],
  time: ['time', 'clock'],
  open: ['open', 'o', 'openprice'],
  high: ['high', 'h', 'highprice'],
  low: ['low', 'l', 'lowprice'],
  close: ['close', 'c', 'closeprice', 'price', 'last', 'closelast', 'lastprice', 'settle', 'value'],
  adjusted: ['adjclose', 'adjustedclose', 'closeadjusted', 'closeadj', 'adjcloseprice'],
  volume: ['volume', 'vol', 'v', 'tickvol', 'tickvolume'],
  symbol: ['symbol', 'ticker'],
} as const;
export type ColumnRole = keyof typeof aliases;

/** A column's position in every row and its name as the file spells it. */
export interface FoundColumn {
  readonly index: number;
  readonly name: string;
}
export type FoundColumns = { readonly [Role in ColumnRole]: FoundColumn | undefined } & {
  readonly date: FoundColumn;
  readonly close: FoundColumn;
};

/** Names under which other tables have a column of prices too. */
const looseNames = new Set(['price', 'last', 'lastprice', 'settle', 'value']);
const plainName = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Whether these are the columns of bars: one has a name that only bars' prices have, or there is a
 * price beside a date, and nothing that bars have not.
 */
export function areBars(header: readonly string[]): boolean {
  const plain = header.map(plainName);
  const has = (names: readonly string[]) => plain.some((name) => names.includes(name));
  const { date, time, volume, symbol, open, high, low, close, adjusted } = aliases;
  const prices: readonly string[] = [...open, ...high, ...low, ...close, ...adjusted];
  if (has(prices.filter((name) => name.length > 1 && !looseNames.has(name)))) return true;
  if (['o', 'h', 'l', 'c'].every((letter) => plain.includes(letter))) return true;
  const known: readonly string[] = [...date, ...time, ...volume, ...symbol, ...looseNames, 'c'];
  return (
    isPriceBesideDate(header) &&
    plain.every((name, index) => known.includes(name) || (index === 0 && name === ''))
  );
}

/** A date, and a column whose name may be that of a price. */
export function isPriceBesideDate(header: readonly string[]): boolean {
  const plain = header.map(plainName);
  const dates: readonly string[] = [...aliases.date, ...aliases.time];
  const dated = plain.some((name) => dates.includes(name)) || plain[0] === '';
  return dated && plain.some((name) => looseNames.has(name) || name === 'c');
}

/**
 * Finds out which column holds what from the header, in any case and order; unknown ones are left
 * alone. A lone `time` column is the date, and so is
 * a first one without a name when no other can be.
 * @throws {ImportError} if there is no date or no price, or two columns have the same meaning and name.
 */
export function findColumns(header: readonly string[], row: number): FoundColumns {
  const plain = header.map(plainName);
  const find = (role: ColumnRole): FoundColumn | undefined => {
    const alias = aliases[role].find((name) => plain.includes(name));
    if (alias === undefined) return undefined;
    const index = plain.indexOf(alias);
    if (plain.includes(alias, index + 1)) {
      throw new ImportError(
        'ambiguous-column',
        `there are two columns named ${quoted(header[index] ?? '')}.`,
        'Remove or rename one of them.',
        { row },
      );
    }
    return { index, name: (header[index] ?? '').trim() };
  };

  // Data frames are saved with their dates in a first column that has no name.
  const unnamed = plain[0] === '' ? { index: 0, name: 'the first' } : undefined;
  const named = find('date');
  const date = named ?? find('time') ?? unnamed;
  if (!date) throw missing('no-date-column', 'a date', 'date', header, row);
  const columns = {
    date,
    time: named && find('time'),
    open: find('open'),
    high: find('high'),
    low: find('low'),
    close: find('close'),
    adjusted: find('adjusted'),
    volume: find('volume'),
    symbol: find('symbol'),
  };
  const close = columns.close ?? columns.adjusted;
  if (!close) throw missing('no-price-column', 'a close', 'close', header, row);
  return { ...columns, close, adjusted: columns.close && columns.adjusted };
}

function missing(
  code: 'no-date-column' | 'no-price-column',
  what: string,
  name: string,
  header: readonly string[],
  row: number,
): ImportError {
  return new ImportError(
    code,
    `no column holds ${what}; the columns are ${header.slice(0, 12).map(quoted).join(', ')}.`,
    `The first line must name the columns, for example: date,open,high,low,close,volume. Name the ${what.slice(2)} column ${quoted(name)}.`,
    { row },
  );
}
