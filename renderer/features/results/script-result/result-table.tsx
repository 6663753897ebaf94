import { createColumnHelper, sortFn_alphanumeric, sortFn_basic } from '@tanstack/react-table';
import { useMemo } from 'react';
import { DataTable, type ColumnLayout, type sortedFeatures } from '../data-table/data-table.tsx';
import { widthOf } from './column-widths.ts';
import {
  headOf,
  noValue,
  type PrintedColumn,
} from '../../../../shared/reports/script-result/print-column.ts';
import styles from './script-result.module.css';

interface Props {
  readonly columns: readonly PrintedColumn[];
  readonly leads: boolean;
}

/** An index wider than this would leave no room for what it names. */
const widestIndex = 240;

/** A row is its number; the columns know its cells. */
interface ResultRow {
  readonly at: number;
}

const column = createColumnHelper<typeof sortedFeatures, ResultRow>();

/** The rows of a result. */
export function ResultTable({ columns, leads }: Props) {
  const rows = useMemo(
    () => Array.from({ length: columns[0]?.values.length ?? 0 }, (_, at) => ({ at })),
    [columns],
  );
  const definitions = useMemo(() => columns.map(definitionOf), [columns]);
  const layout = useMemo(() => layoutOf(columns), [columns]);
  return (
    <DataTable
      columns={definitions}
      data={rows}
      layout={layout}
      label="Result of the script"
      testId="script-result-table"
      fitted
      className={leads ? styles.tall : undefined}
    />
  );
}

const idOf = (place: number) => `column-${place}`;

function definitionOf(printed: PrintedColumn, place: number) {
  const { kind, values, text, isIndex } = printed;
  return column.accessor(({ at }): unknown => values[at] ?? undefined, {
    id: idOf(place),
    header: headOf(printed),
    sortFn: kind === 'text' ? sortFn_alphanumeric : sortFn_basic,
    sortDescFirst: kind === 'number' && !isIndex,
    sortUndefined: 'last',
    cell: ({ row }) => {
      const value = values[row.original.at];
      const shown = text[row.original.at] ?? noValue;
      if (value === null || value === undefined) return <span className={styles.gap}>{shown}</span>;
      const whole = kind === 'number' ? String(value) : shown;
      return <span title={whole === shown ? undefined : whole}>{shown}</span>;
    },
  });
}

function layoutOf(columns: readonly PrintedColumn[]): Record<string, ColumnLayout> {
  let left = 0;
  return Object.fromEntries(
    columns.map((printed, place) => {
      const width = widthOf(printed);
      const stuckAt = printed.isIndex && left + width <= widestIndex ? left : undefined;
      left += width;
      const text = printed.kind !== 'number';
      return [idOf(place), { width, text, ...(stuckAt === undefined ? {} : { stuckAt }) }];
    }),
  );
}
