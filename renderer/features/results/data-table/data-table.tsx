import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type RowData,
  type TableOptions,
} from '@tanstack/react-table';
import { useRef } from 'react';
import { classNames } from '../../../ui/class-names.ts';
import styles from './data-table.module.css';
import { SortHeader } from './sort-header.tsx';
import { useVisibleRows } from './use-visible-rows.ts';

export const sortedFeatures = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});

export interface ColumnLayout {
  /** In pixels. */
  readonly width: number;
  /** Holds words rather than figures, so it is aligned to the left. */
  readonly text?: boolean;
  /** Names its row, and stays in sight this far from the left. */
  readonly stuckAt?: number;
}

interface Props<Row extends RowData> {
  readonly columns: TableOptions<typeof sortedFeatures, Row>['columns'];
  readonly data: readonly Row[];
  /** By the columns' ids, in their order. */
  readonly layout: Readonly<Record<string, ColumnLayout>>;
  readonly label: string;
  readonly testId: string;
  /** As wide as its columns where they do not take all the room. */
  readonly fitted?: boolean;
  readonly className?: string | undefined;
}

const scrollbarRoom = 18;

/** A table that can be sorted. Only the rows in sight are in the page, so that 30,000 scroll as 30 do. */
export function DataTable<Row extends RowData>(props: Props<Row>) {
  const { columns, data, layout, label, testId, fitted = false, className } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const table = useTable({ features: sortedFeatures, columns, data });
  const { rows } = table.getRowModel();
  const { indexes, before, after } = useVisibleRows(rows.length, scroller);
  const width = Object.values(layout).reduce((sum, column) => sum + column.width, 0);
  return (
    <div
      ref={scroller}
      className={classNames(styles.scroller, className)}
      style={fitted ? { maxWidth: width + scrollbarRoom } : undefined}
      tabIndex={0}
      role="region"
      aria-label={`${label}, scrollable`}
      data-testid={testId}
    >
      <table
        className={styles.table}
        style={{ width }}
        aria-label={label}
        aria-rowcount={rows.length + 1}
      >
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
                  layout={layout[header.id]}
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
                {row.getAllCells().map((cell) => {
                  const { text, stuckAt } = layout[cell.column.id] ?? {};
                  const className = text === true ? styles.text : undefined;
                  const content = <table.FlexRender cell={cell} />;
                  return stuckAt === undefined ? (
                    <td key={cell.id} className={className}>
                      {content}
                    </td>
                  ) : (
                    <th key={cell.id} scope="row" className={className} style={{ left: stuckAt }}>
                      {content}
                    </th>
                  );
                })}
              </tr>
            );
          })}
          {after > 0 && <tr aria-hidden style={{ height: after }} />}
        </tbody>
      </table>
    </div>
  );
}
