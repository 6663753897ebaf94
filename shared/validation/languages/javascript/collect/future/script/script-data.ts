import { ofRow, tableOf } from '../rehearsal/knowledge.ts';
import { Entries, List, held, native, plain, unknown, type Held } from '../rehearsal/things.ts';
import { columnOf, figureOf, type Turn } from './made-up-prices.ts';

/** What is made up for one play of a script. */
export interface MadeUpRun {
  readonly bars: number;
  readonly turn: Turn | undefined;
  /** Names that the text asks rows for. */
  readonly cells: ReadonlySet<string>;
  /** Whether the tables that it loads are an instrument's bars, one row a bar. */
  readonly loadsBars: boolean;
}

const priceFields = ['open', 'high', 'low', 'close', 'volume'];
const symbols = ['SPY', 'QQQ', 'TLT'];

/** Six bars a day: groups by day, by week and by month all have several, and a day later is a bar too. */
const barTime = 4 * 3_600_000;
/** Ten days around the end of a month. */
const firstTime = Date.UTC(2024, 0, 27, 2);
/** Rows of other tables come at times of their own, further apart than the bars. */
const barsBetweenRows = 2.5;

const timeOf = (bar: number): number => firstTime + bar * barTime;

/** Stands for the run's bars in what is made of them. */
const barsOfRun = tableOf(undefined);

/** What one bar tells. Only the first play watches who knows it; the others compare what comes of it. */
const told = (value: number, bar: number, { turn }: MadeUpRun): Held =>
  turn === undefined ? held(value, ofRow(barsOfRun, bar)) : plain(value);

/** `data`, as a script is given it. */
export function madeUpData(run: MadeUpRun): Held {
  const known = new Map<string, Held>();
  const [first = ''] = symbols;
  const column = (field: string, symbol = first): Held => {
    const name = `${field} ${symbol}`;
    let list = known.get(name);
    if (list === undefined) {
      const values = columnOf(field, symbol, run.bars, run.turn);
      known.set(name, (list = plain(new List(values.map((value, bar) => told(value, bar, run))))));
    }
    return list;
  };
  const times = Array.from({ length: run.bars }, (_, bar) => plain(timeOf(bar)));
  const entries = new Entries();
  entries.fields.set('time', plain(new List(times)));
  entries.fields.set('symbols', plain(new List(symbols.map((symbol) => plain(symbol)))));
  for (const field of priceFields) {
    entries.fields.set(
      `%get ${field}`,
      native(field, () => column(field)),
    );
  }
  entries.fields.set(
    'get',
    native('get', ([field, symbol]) =>
      typeof field?.value === 'string' && priceFields.includes(field.value)
        ? column(field.value, typeof symbol?.value === 'string' ? symbol.value : first)
        : plain(unknown),
    ),
  );
  return plain(entries);
}

/** `load`: the rows of a table, each with all that the text asks a row for. */
export function madeUpRows(name: string, run: MadeUpRun): Held {
  const step = run.loadsBars ? 1 : barsBetweenRows;
  const prices = new Map(
    (run.loadsBars ? priceFields : []).map((field) => [
      field,
      columnOf(field, name, run.bars, run.turn),
    ]),
  );
  const cells = [...new Set([...priceFields, ...run.cells])].map((cell) => ({
    cell,
    isTime: isTimeCell.test(cell),
    figure: figureOf(`${name} ${cell}`),
  }));
  const rows = Array.from({ length: Math.floor(run.bars / step) }, (_, row) => {
    const bar = Math.floor(row * step);
    const time = timeOf(row * step);
    const turn = run.turn && time >= timeOf(run.turn.after + 1) ? run.turn : undefined;
    const entries = new Entries();
    entries.fields.set('time', plain(time));
    for (const { cell, isTime, figure } of cells) {
      const value = prices.get(cell)?.[bar] ?? figure(row, turn);
      // When something comes is known long before.
      entries.fields.set(cell, isTime ? plain(time) : told(value, bar, run));
    }
    return plain(entries);
  });
  return plain(new List(rows));
}

const isTimeCell = /^(?:t|ts|day|when)$|time|date|At$|_at$/;
