import { accountRows } from './account-rows.ts';
import { figuresTable, monthsTable } from './csv-figures.ts';
import { csvTable } from './csv-table.ts';
import { describeSettings } from './describe-settings.ts';
import { reportFileName } from './file-name.ts';
import type { ReportInput, ReportWriter } from './report.ts';
import { scriptResultCsv } from './script-result/script-result-csv.ts';

const mediaType = 'text/csv';
const day = 86_400_000;

/**
 * Tables: the trades; every bar's equity with drawdown and benchmark; the rules of the run and its
 * account; the figures and the months; and where there are any, what kept orders from being filled, what
 * was plotted and what the script left in its result.
 */
export const writeCsv: ReportWriter = (input) => [
  { fileName: reportFileName(input.record, '-trades.csv'), mediaType, content: trades(input) },
  { fileName: reportFileName(input.record, '-equity.csv'), mediaType, content: equity(input) },
  { fileName: reportFileName(input.record, '-run.csv'), mediaType, content: rules(input) },
  {
    fileName: reportFileName(input.record, '-figures.csv'),
    mediaType,
    content: figuresTable(input.record),
  },
  {
    fileName: reportFileName(input.record, '-months.csv'),
    mediaType,
    content: monthsTable(input.record),
  },
  ...(input.record.eventCount === 0
    ? []
    : [
        {
          fileName: reportFileName(input.record, '-events.csv'),
          mediaType,
          content: events(input),
        },
      ]),
  ...(input.record.plots.length === 0
    ? []
    : [{ fileName: reportFileName(input.record, '-plots.csv'), mediaType, content: plots(input) }]),
  ...(input.record.scriptResult === null
    ? []
    : [
        {
          fileName: reportFileName(input.record, '-result.csv'),
          mediaType,
          content: scriptResultCsv(input.record.scriptResult),
        },
      ]),
];

const tradeColumns = [
  'entry_date',
  'exit_date',
  'status',
  'symbol',
  'direction',
  'quantity',
  'entry_price',
  'exit_price',
  'commission',
  'profit',
  'return',
  'bars_held',
  'assumed',
  'tag',
];

/** An open trade has no exit date; its exit price is the last close. */
function trades({ record, full }: ReportInput): string {
  const date = datePrinter(full.time);
  const rows = record.trades.map((trade) => [
    date(trade.entryTime),
    trade.exitTime === null ? '' : date(trade.exitTime),
    trade.exitBar === null ? 'open' : 'closed',
    trade.symbol,
    trade.direction,
    trade.quantity,
    trade.entryPrice,
    trade.exitPrice,
    trade.commission,
    trade.profit,
    trade.return,
    trade.barsHeld,
    trade.assumed === true ? 'yes' : '',
    trade.tag ?? '',
  ]);
  return csvTable(tradeColumns, rows);
}

function equity({ full }: ReportInput): string {
  const date = datePrinter(full.time);
  const value = (column: Float64Array, bar: number) => column[bar] ?? null;
  const rows = Array.from(full.time, (time, bar) => [
    date(time),
    value(full.equity, bar),
    value(full.drawdown, bar),
    value(full.benchmark, bar),
  ]);
  return csvTable(['date', 'equity', 'drawdown', 'buy_and_hold'], rows);
}

function rules({ record }: ReportInput): string {
  const described = describeSettings(record.manifest).flatMap(({ title, rules: lines }) =>
    lines.map((text) => [title, text]),
  );
  const extraction =
    record.extractionError === null ? [] : [['Not extracted', record.extractionError]];
  const account = accountRows(record).map(({ label, text }) => ['Account', `${label}: ${text}`]);
  return csvTable(['subject', 'text'], [...described, ...account, ...extraction]);
}

/** The first thousand. */
function events({ record, full }: ReportInput): string {
  const date = datePrinter(full.time);
  const rows = record.events.map(({ bar, time, order, symbol, reason, message }) => [
    time === null ? '' : date(time),
    bar,
    order,
    symbol,
    reason,
    message,
  ]);
  return csvTable(['date', 'bar', 'order', 'symbol', 'reason', 'message'], rows);
}

/** As sampled for drawing: of each stretch of bars the lowest and the highest value. */
function plots({ record, full }: ReportInput): string {
  const date = datePrinter(full.time);
  const rows = record.plots.flatMap(({ name, time, value }) =>
    time.map((at, index) => [name, date(at), value[index] ?? null]),
  );
  return csvTable(['name', 'date', 'value'], rows);
}

/** ISO 8601 in UTC: dates alone when every bar is at midnight, else all with their clock. */
function datePrinter(time: Float64Array): (at: number) => string {
  const daily = time.every((at) => at % day === 0);
  return (at) => {
    const moment = new Date(at);
    if (Number.isNaN(moment.getTime())) return '';
    const iso = moment.toISOString();
    return daily ? iso.slice(0, iso.indexOf('T')) : iso;
  };
}
