import type { RunRecord } from '../contract/models/run.ts';
import { formatBarTime } from './format.ts';
import { csvTable } from './csv-table.ts';

/** Every figure to the last digit; an empty value is "n/a", and its note says why. */
export function figuresTable({ metrics }: RunRecord): string {
  const rows = metrics.map(({ id, label, group, unit, value, note, formula }) => [
    id,
    label,
    group,
    unit,
    unit === 'date' && value !== null ? formatBarTime(value) : value,
    note,
    formula,
  ]);
  return csvTable(['id', 'figure', 'group', 'unit', 'value', 'note', 'formula'], rows);
}

/** A row for each month in which the run has a bar, and one for each year (`month` empty). */
export function monthsTable({ periods }: RunRecord): string {
  const rows = periods.monthly.flatMap(({ year, months, total, partialMonths, partial }) => [
    ...months.flatMap((value, index) =>
      value === null
        ? []
        : [[year, index + 1, value, partialMonths.includes(index + 1) ? 'partial' : 'whole']],
    ),
    [year, null, total, partial ? 'partial' : 'whole'],
  ]);
  return csvTable(['year', 'month', 'return', 'covered'], rows);
}
