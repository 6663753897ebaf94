import {
  headOf,
  type PrintedColumn,
} from '../../../../shared/reports/script-result/print-column.ts';

/** Of a figure at the table's size in the widest of the usual fonts, and of what is around it, in pixels. */
const sign = 7.5;
const padding = 22;
/** The arrow of the column that is sorted by. */
const arrow = 14;
const narrowest = 56;
const widest = 280;
/** A head longer than this is cut off where its cells need less: they are what one came to read. */
const widestHead = 136;

/** How wide a column must be for its head and its cells; a long text is cut off. */
export function widthOf(column: PrintedColumn): number {
  let longest = 0;
  for (const text of column.text) longest = Math.max(longest, text.length);
  const head = Math.min(widestHead, headOf(column).length * sign + padding + arrow);
  const cells = Math.min(widest, longest * sign + padding);
  return Math.round(Math.max(narrowest, head, cells));
}
