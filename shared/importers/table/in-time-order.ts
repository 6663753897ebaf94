import { formatTime } from '../../bars/format-time.ts';
import { ImportError } from '../import-error.ts';

/**
 * The rows in the order of time. Files with the newest row first are common; they are turned
 * around, any other order is sorted, and either is said.
 * @throws {ImportError} if two rows have the same time: which one counts is not ours to guess.
 */
export function inTimeOrder<Columns extends { readonly time: Float64Array }>(
  columns: Columns,
  rows: Uint32Array,
  dateColumn: string,
): { columns: Columns; warnings: string[] } {
  const { time } = columns;
  const at = (index: number) => time[index] as number;
  const firstBack = time.findIndex((value, index) => index > 0 && value < at(index - 1));
  const newestFirst =
    firstBack === 1 && time.every((value, index) => index === 0 || value <= at(index - 1));

  const order = Uint32Array.from(time, (_, index) =>
    newestFirst ? time.length - 1 - index : index,
  );
  if (firstBack > 0 && !newestFirst) order.sort((a, b) => at(a) - at(b) || a - b);
  refuseDuplicates(time, order, rows, dateColumn);
  if (firstBack < 0) return { columns, warnings: [] };

  const sorted = Object.entries<Float64Array>({ ...columns }).map(([name, column]) => [
    name,
    Float64Array.from(order, (index) => column[index] as number),
  ]);
  return {
    columns: Object.fromEntries(sorted) as Columns,
    warnings: [
      newestFirst
        ? 'The newest row came first; the order was turned around.'
        : `The rows were not in the order of time (row ${rows[firstBack]} is earlier than the one before it); they were sorted.`,
    ],
  };
}

function refuseDuplicates(
  time: Float64Array,
  order: Uint32Array,
  rows: Uint32Array,
  column: string,
): void {
  for (let position = 1; position < order.length; position += 1) {
    const [one, other] = [order[position - 1] as number, order[position] as number];
    if (time[one] !== time[other]) continue;
    const [first, second] = [rows[one] as number, rows[other] as number].sort((a, b) => a - b);
    throw new ImportError(
      'duplicate-time',
      `${formatTime(time[one] as number)} stands in row ${first} already.`,
      'Remove one of the two rows. For several bars a day, each needs its time of day.',
      { row: second as number, column },
    );
  }
}
