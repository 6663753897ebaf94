import type { Bars } from '../bars/bars.ts';
import type { Table, TableColumn } from '../bars/table.ts';
import { describeValue } from './describe-value.ts';
import { allBars, givenData, priceFields, type GivenTableReader } from './given-data.ts';

export type Cell = number | string | boolean | null;
export type Row = Record<string, Cell>;

const day = 86_400_000;

/** The rows of a table that the run was given, or of an instrument's bars. @throws {RangeError} for any other name. */
export function load(name: string): Row[] {
  const { tables, names, market } = givenData();
  const wanted = plain(name);
  const all = [
    ...tables.map((table) => ({ id: table.id, called: [table.name], rows: () => rowsOf(table) })),
    ...market.instruments.map(({ bars: { symbol } }, number) => {
      const known = names.find((one) => one.symbol === symbol);
      return {
        id: known?.id ?? symbol,
        called: [known?.name ?? symbol, symbol],
        rows: () => rowsOfBars(allBars().market.instruments[number]?.bars as Bars),
      };
    }),
  ];
  const byId = all.filter(({ id }) => plain(id) === wanted);
  const found =
    byId.length > 0
      ? byId
      : all.filter(({ called }) => called.some((one) => plain(one) === wanted));
  const [first, second] = found;
  if (second !== undefined) {
    throw new RangeError(
      `load("${name}"): several data sets have this name; their ids are ${found.map(({ id }) => id).join(', ')}`,
    );
  }
  if (first !== undefined) return first.rows();
  const symbols = market.instruments.map(({ bars }) => bars.symbol);
  throw notGiven(`load("${name}")`, [...tables.map(({ id }) => id), ...symbols]);
}

/** The rows of the table `trades`; `days` keeps the last ones, counted from the end of its time. */
export function loadTrades(options: { days?: number } = {}): Row[] {
  return lastDays('loadTrades', named('loadTrades', 'trades'), options.days);
}

/** The rows of the table `balances`. */
export function loadBalances(): Row[] {
  return rowsOf(named('loadBalances', 'balances'));
}

/** The rows of the table `snapshots`; `days` keeps the last ones, counted from the end of its time. */
export function loadSnapshots(options: { days?: number } = {}): Row[] {
  return lastDays('loadSnapshots', named('loadSnapshots', 'snapshots'), options.days);
}

/** The table of exactly this name, else the only one whose name begins with it, such as `trades-2024`. */
function named(call: string, name: string): GivenTableReader {
  const { tables } = givenData();
  const namesOf = (table: GivenTableReader) => [table.id, table.name].map(plain);
  const exact = tables.find((table) => namesOf(table).includes(name));
  if (exact !== undefined) return exact;
  const begun = tables.filter((table) =>
    namesOf(table).some((one) => one.startsWith(name) && !/^\p{L}/u.test(one.slice(name.length))),
  );
  const [only, second] = begun;
  if (second !== undefined) {
    throw new RangeError(
      `${call}: several tables begin with "${name}": ${begun.map(({ id }) => id).join(', ')}. Read one by load(name)`,
    );
  }
  if (only !== undefined) return only;
  throw notGiven(
    `${call}: a table named "${name}"`,
    tables.map(({ id }) => id),
  );
}

function lastDays(call: string, reader: GivenTableReader, days: unknown): Row[] {
  const table = reader.read();
  if (days === undefined) return rowsOfTable(table);
  if (typeof days !== 'number' || !(days > 0)) {
    throw new RangeError(`${call}: days is ${describeValue(days)}; it must be a number above 0`);
  }
  const time = table.columns.find(({ kind }) => kind === 'time')?.values as
    Float64Array | undefined;
  if (time === undefined) {
    throw new RangeError(`${call}: "${reader.name}" has no column of times to count days in`);
  }
  const end = time.reduce((latest, value) => (value > latest ? value : latest), -Infinity);
  return rowsOfTable(table, (row) => (time[row] as number) >= end - days * day);
}

const rowsOf = (reader: GivenTableReader): Row[] => rowsOfTable(reader.read());

function rowsOfTable(
  { columns, rowCount }: Table,
  isWanted: (row: number) => boolean = () => true,
): Row[] {
  const rows: Row[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    if (!isWanted(row)) continue;
    const cells: Row = {};
    for (const column of columns) cells[column.name] = cellOf(column, row);
    rows.push(cells);
  }
  return rows;
}

function cellOf(column: TableColumn, row: number): Cell {
  const value = column.values[row] ?? null;
  if (column.kind !== 'boolean') return value;
  return Number.isNaN(value) ? null : value === 1;
}

function rowsOfBars(bars: Bars): Row[] {
  return Array.from(bars.time, (time, row) => {
    const cells: Row = { time };
    for (const field of priceFields) cells[field] = bars[field][row] as number;
    return cells;
  });
}

function plain(name: unknown): string {
  return String(name)
    .toLowerCase()
    .replace(/\.(?:csv|tsv|txt)$/, '');
}

function notGiven(what: string, known: readonly string[]): RangeError {
  const has = known.length === 0 ? 'no table' : known.join(', ');
  return new RangeError(
    `${what}: this run was not given it; it has ${has}. Tick the table under Run settings › Data`,
  );
}
