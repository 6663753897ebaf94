import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import { formatBarTime } from '../format/format-date.ts';
import { formatMoney, formatNumber, formatPercent } from '../format/format-number.ts';
import { toneOf } from '../format/format-metric.ts';
import type { TradeRow } from './trade-rows.ts';
import styles from './trades-table.module.css';

export const tradeFeatures = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});

const column = createColumnHelper<typeof tradeFeatures, TradeRow>();

const toned = (value: number, text: string) => (
  <span className={styles[toneOf(value)]}>{text}</span>
);

/** Every column's width in pixels, and whether it holds text (left) rather than figures (right). */
export const columnLayout: Readonly<Record<string, { width: number; text?: boolean }>> = {
  number: { width: 52 },
  direction: { width: 64, text: true },
  entryTime: { width: 92, text: true },
  entryPrice: { width: 92 },
  exitTime: { width: 92, text: true },
  exitPrice: { width: 92 },
  quantity: { width: 84 },
  profit: { width: 104 },
  return: { width: 80 },
  barsHeld: { width: 60 },
  commission: { width: 96 },
  tag: { width: 110, text: true },
};

export const tradeColumns = column.columns([
  column.accessor('number', { header: '#', sortDescFirst: false }),
  column.accessor('direction', {
    header: 'Side',
    cell: ({ getValue }) => (getValue() === 'long' ? 'Long' : 'Short'),
  }),
  column.accessor('entryTime', {
    header: 'Entry',
    sortDescFirst: false,
    cell: ({ getValue }) => formatBarTime(getValue()),
  }),
  column.accessor('entryPrice', {
    header: 'Entry price',
    cell: ({ getValue }) => formatMoney(getValue()),
  }),
  column.accessor('exitTime', {
    header: 'Exit',
    sortDescFirst: false,
    sortUndefined: 'last',
    cell: ({ getValue, row }) =>
      row.original.open ? <span className={styles.open}>open</span> : formatBarTime(getValue()),
  }),
  column.accessor('exitPrice', {
    header: 'Exit price',
    cell: ({ getValue }) => formatMoney(getValue()),
  }),
  column.accessor('quantity', {
    header: 'Quantity',
    cell: ({ getValue }) => formatNumber(getValue(), { maximumDigits: 4 }),
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
