import { headOf, type PrintedColumn } from './print-column.ts';

/** Of the widest sign of a figure at the table's size, and of what stands around it, in pixels. */
const sign = 6.9;
const padding = 20;
/** The arrow of the column that is sorted by. */
const arrow = 14;
const narrowest = 56;
const widest = 280;

/** How wide a column must be for its head and its cells; a long text is cut off. */
export function widthOf(column: PrintedColumn): number {
  let longest = 0;
  for (const text of column.text) longest = Math.max(longest, text.length);
  const wanted = Math.max(longest * sign + padding, headOf(column).length * sign + padding + arrow);
  return Math.round(Math.min(widest, Math.max(narrowest, wanted)));
}
