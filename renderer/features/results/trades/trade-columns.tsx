import { createColumnHelper } from '@tanstack/react-table';
import { Tooltip } from '../../../ui/tooltip.tsx';
import type { ColumnLayout, sortedFeatures } from '../data-table/data-table.tsx';
import { formatBarTime } from '../format/format-date.ts';
import { formatMoney, formatNumber, formatPercent } from '../format/format-number.ts';
import { toneOf } from '../format/format-metric.ts';
import { hasManySymbols } from '../../../../shared/reports/trade-symbols.ts';
import { hasClock, type TradeRow } from './trade-rows.ts';
import styles from './trades-table.module.css';

const assumedHint =
  'This trade rests on an assumption: one bar reached both the stop and the target, or its own entry and its stop. The worse was taken to come first. Run on shorter bars to know.';

const column = createColumnHelper<typeof sortedFeatures, TradeRow>();

const toned = (value: number, text: string) => (
  <span className={styles[toneOf(value)]}>{text}</span>
);

/** What an analyst looks for first stands first, because a narrow pane shows only that. */
const widths: Readonly<Record<string, ColumnLayout>> = {
  number: { width: 64 },
  symbol: { width: 76, text: true },
  direction: { width: 62, text: true },
  entryTime: { width: 100, text: true },
  exitTime: { width: 100, text: true },
  profit: { width: 96 },
  return: { width: 78 },
  barsHeld: { width: 54 },
  quantity: { width: 88 },
  entryPrice: { width: 96 },
  exitPrice: { width: 96 },
  commission: { width: 100 },
  tag: { width: 128, text: true },
};
const clockWidth = 34;
const markWidth = 62;

/** The columns that these trades need, and how wide: a symbol only where there are several. */
export function columnsFor(rows: readonly TradeRow[]) {
  const many = hasManySymbols(rows);
  const columns = tradeColumns.filter(
    (definition) => many || !('accessorKey' in definition && definition.accessorKey === 'symbol'),
  );
  const extra: Readonly<Record<string, number>> = {
    direction: rows.some(({ assumed }) => assumed) ? markWidth : 0,
    ...(hasClock(rows) ? { entryTime: clockWidth, exitTime: clockWidth } : {}),
  };
  const layout = Object.fromEntries(
    Object.entries(widths)
      .filter(([id]) => many || id !== 'symbol')
      .map(([id, column]) => [id, { ...column, width: column.width + (extra[id] ?? 0) }]),
  );
  return { columns, layout };
}

const tradeColumns = column.columns([
  column.accessor('number', { header: '#', sortDescFirst: false }),
  column.accessor('symbol', { header: 'Symbol' }),
  column.accessor('direction', {
    header: 'Side',
    cell: ({ getValue, row }) => (
      <>
        {getValue() === 'long' ? 'Long' : 'Short'}
        {row.original.assumed && (
          <Tooltip text={assumedHint}>
            <span className={styles.assumed}>assumed</span>
          </Tooltip>
        )}
      </>
    ),
  }),
  column.accessor('entryTime', {
    header: 'Entry',
    sortDescFirst: false,
    cell: ({ getValue }) => formatBarTime(getValue()),
  }),
  column.accessor('exitTime', {
    header: 'Exit',
    sortDescFirst: false,
    sortUndefined: 'last',
    cell: ({ getValue, row }) =>
      row.original.open ? <span className={styles.open}>open</span> : formatBarTime(getValue()),
  }),
  column.accessor('profit', {
    header: 'Profit',
    cell: ({ getValue }) => toned(getValue(), formatMoney(getValue(), { signed: true })),
  }),
  column.accessor('return', {
    header: 'Return',
    cell: ({ getValue }) => toned(getValue(), formatPercent(getValue(), { signed: true })),
  }),
  column.accessor('barsHeld', {
    header: 'Bars',
    cell: ({ getValue }) => formatNumber(getValue()),
  }),
  column.accessor('quantity', {
    header: 'Quantity',
    cell: ({ getValue }) => formatNumber(getValue(), { maximumDigits: 4 }),
  }),
  column.accessor('entryPrice', {
    header: 'Entry price',
    cell: ({ getValue }) => formatMoney(getValue()),
  }),
  column.accessor('exitPrice', {
    header: 'Exit price',
    cell: ({ getValue }) => formatMoney(getValue()),
  }),
  column.accessor('commission', {
    header: 'Commission',
    cell: ({ getValue }) => formatMoney(getValue()),
  }),
  column.accessor('tag', {
    header: 'Tag',
    sortUndefined: 'last',
    cell: ({ getValue }) => <span title={getValue()}>{getValue()}</span>,
  }),
]);
