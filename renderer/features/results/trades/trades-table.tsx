import { useMemo } from 'react';
import { DataTable } from '../data-table/data-table.tsx';
import { formatNumber } from '../format/format-number.ts';
import { columnsFor } from './trade-columns.tsx';
import { countTrades, tradeRows, type Trade } from './trade-rows.ts';
import styles from './trades-table.module.css';

interface Props {
  readonly trades: readonly Trade[];
  /** How many orders were not filled; they are listed beneath. */
  readonly refusedOrders: number;
}

/** Every trade of a run. */
export function TradesTable({ trades, refusedOrders }: Props) {
  const data = useMemo(() => tradeRows(trades), [trades]);
  const { columns, layout } = useMemo(() => columnsFor(data), [data]);
  const { won, lost, open } = countTrades(data);

  return (
    <section aria-labelledby="trades-title">
      <div className={styles.bar}>
        <h3 id="trades-title" className={styles.title}>
          Trades
        </h3>
        <p className={styles.count}>
          {formatNumber(data.length - open)} closed{open > 0 && `, ${formatNumber(open)} open`}
          {data.length > open && ` · ${formatNumber(won)} won · ${formatNumber(lost)} lost`}
        </p>
      </div>
      {data.length === 0 ? (
        <p className={styles.none}>
          {refusedOrders > 0
            ? 'No order was filled in this period; the reasons are listed below.'
            : 'The strategy placed no order in this period. Print its indicators on each bar to see why its conditions were not met.'}
        </p>
      ) : (
        <DataTable
          columns={columns}
          data={data}
          layout={layout}
          label="Trades"
          testId="trades-table"
          className={styles.table}
        />
      )}
    </section>
  );
}
