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

/** Why a trade carries a star. */
export const assumedHint =
  'A bar reached both the stop and the target, or its order of prices is not known: the worse was assumed. Load shorter bars to know.';

const column = createColumnHelper<typeof tradeFeatures, TradeRow>();

const toned = (value: number, text: string) => (
  <span className={styles[toneOf(value)]}>{text}</span>
);

interface ColumnLayout {
  /** In pixels. */
  readonly width: number;
  /** Holds words rather than figures, so it is aligned to the left. */
  readonly text?: boolean;
}

/** What an analyst looks for first stands first, because a narrow pane shows only that. */
const layout = (dateWidth: number): Readonly<Record<string, ColumnLayout>> => ({
  number: { width: 64 },
  symbol: { width: 72, text: true },
  direction: { width: 62, text: true },
  entryTime: { width: dateWidth, text: true },
  exitTime: { width: dateWidth, text: true },
  profit: { width: 96 },
  return: { width: 78 },
  barsHeld: { width: 54 },
  quantity: { width: 88 },
  entryPrice: { width: 96 },
  exitPrice: { width: 96 },
  commission: { width: 100 },
  tag: { width: 128, text: true },
});
export const dailyLayout = layout(100);
export const intradayLayout = layout(134);

export const tradeColumns = column.columns([
  column.accessor('number', { header: '#', sortDescFirst: false }),
  column.accessor('symbol', { header: 'Symbol' }),
  column.accessor('direction', {
    header: 'Side',
    cell: ({ getValue, row }) => (
      <>
        {getValue() === 'long' ? 'Long' : 'Short'}
        {row.original.assumed && (
          <abbr className={styles.assumed} title={assumedHint}>
            *
          </abbr>
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
