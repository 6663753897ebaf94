import { csvTable } from './csv-table.ts';
import { reportFileName } from './file-name.ts';
import type { ReportInput, ReportWriter } from './report.ts';

const mediaType = 'text/csv';
const day = 86_400_000;

/** Two tables: the trades, and every bar's equity with drawdown and buy and hold. */
export const writeCsv: ReportWriter = (input) => [
  { fileName: reportFileName(input.record, '-trades.csv'), mediaType, content: trades(input) },
  { fileName: reportFileName(input.record, '-equity.csv'), mediaType, content: equity(input) },
];

const tradeColumns = [
  'entry_date',
  'exit_date',
  'status',
  'direction',
  'quantity',
  'entry_price',
  'exit_price',
  'commission',
  'profit',
  'return',
  'bars_held',
  'tag',
];

/** An open trade has no exit date; its exit price is the last close. */
function trades({ record, full }: ReportInput): string {
  const date = datePrinter(full.time);
  const rows = record.trades.map((trade) => [
    date(trade.entryTime),
    trade.exitTime === null ? '' : date(trade.exitTime),
    trade.exitBar === null ? 'open' : 'closed',
    trade.direction,
    trade.quantity,
    trade.entryPrice,
    trade.exitPrice,
    trade.commission,
    trade.profit,
    trade.return,
    trade.barsHeld,
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
