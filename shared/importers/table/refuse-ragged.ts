import { ImportError } from '../import-error.ts';

/** @throws {ImportError} for a row that has not a cell for each column of the header. */
export function refuseRagged(cells: readonly string[], width: number, row: number): void {
  const surplus = cells.slice(width).some((cell) => cell.trim() !== '');
  if (cells.length >= width && !surplus) return;
  throw new ImportError(
    'ragged-row',
    `this row has ${cells.length} values, the header has ${width} columns.`,
    'Complete the row or remove it. A comma inside a value needs quotes around the value.',
    { row },
  );
}
