import { useTable } from '@tanstack/react-table';
import { useMemo, useRef } from 'react';
import { formatNumber } from '../format/format-number.ts';
import { SortHeader } from './sort-header.tsx';
import { columnsFor, tradeFeatures } from './trade-columns.tsx';
import { countTrades, tradeRows, type Trade } from './trade-rows.ts';
import styles from './trades-table.module.css';
import { useVisibleRows } from './use-visible-rows.ts';

interface Props {
  readonly trades: readonly Trade[];
  /** How many orders were not filled; they are listed beneath. */
  readonly refusedOrders: number;
}

/** Every trade of a run. Only the rows in sight are in the page, so that 30,000 scroll as 30 do. */
export function TradesTable({ trades, refusedOrders }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const data = useMemo(() => tradeRows(trades), [trades]);
  const { columns, layout } = useMemo(() => columnsFor(data), [data]);
  const table = useTable({ features: tradeFeatures, columns, data });
  const { rows } = table.getRowModel();
  const { indexes, before, after } = useVisibleRows(rows.length, scroller);
  const width = Object.values(layout).reduce((sum, column) => sum + column.width, 0);
  const { won, lost, open } = countTrades(data);

  return (
    <section aria-labelledby="trades-title">
      <div className={styles.bar}>
        <h3 id="trades-title" className={styles.title}>
          Trades
        </h3>
        <p className={styles.count}>
          {formatNumber(rows.length - open)} closed{open > 0 && `, ${formatNumber(open)} open`}
          {rows.length > open && ` · ${formatNumber(won)} won · ${formatNumber(lost)} lost`}
        </p>
      </div>
      {rows.length === 0 ? (
        <p className={styles.none}>
          {refusedOrders > 0
            ? 'No order was filled in this period; the reasons are listed below.'
            : 'The strategy placed no order in this period. Print its indicators on each bar to see why its conditions were not met.'}
        </p>
      ) : (
        <div
          ref={scroller}
          className={styles.scroller}
          tabIndex={0}
          role="region"
          aria-label="Trades, scrollable"
          data-testid="trades-table"
        >
          <table className={styles.table} style={{ width }} aria-rowcount={rows.length + 1}>
            <colgroup>
              {Object.entries(layout).map(([id, column]) => (
                <col key={id} style={{ width: column.width }} />
              ))}
            </colgroup>
            <thead>
              {table.getHeaderGroups().map((group) => (
                <tr key={group.id} aria-rowindex={1}>
                  {group.headers.map((header) => (
                    <SortHeader
                      key={header.id}
                      label={String(header.column.columnDef.header)}
                      isText={layout[header.id]?.text === true}
                      sorted={header.column.getIsSorted()}
                      onSort={() => {
                        header.column.toggleSorting();
                        scroller.current?.scrollTo({ top: 0 });
                      }}
                    />
                  ))}
                </tr>
              ))}
            </thead>
            <tbody>
              {before > 0 && <tr aria-hidden style={{ height: before }} />}
              {indexes.map((index) => {
                const row = rows[index];
                if (row === undefined) return null;
                return (
                  <tr key={row.id} className={styles.row} aria-rowindex={index + 2}>
                    {row.getAllCells().map((cell) => (
                      <td
                        key={cell.id}
                        className={layout[cell.column.id]?.text ? styles.text : undefined}
                      >
                        <table.FlexRender cell={cell} />
                      </td>
                    ))}
                  </tr>
                );
              })}
              {after > 0 && <tr aria-hidden style={{ height: after }} />}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
