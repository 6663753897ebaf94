import type { ResultColumn } from '../../contract/models/script-result.ts';
import { numberPrintOf, printNumber } from './print-number.ts';
import { timePrintOf } from './print-time.ts';

/** Stands where a column has no value. */
export const noValue = '–';

export type Cell = ResultColumn['values'][number];

/** A column that can be shown: each row's cell as text, in the way that suits all of them. */
export interface PrintedColumn {
  readonly name: string;
  readonly kind: ResultColumn['kind'];
  readonly isIndex: boolean;
  readonly values: readonly Cell[];
  /** By row. */
  readonly text: readonly string[];
}

export function printColumn(column: ResultColumn, isIndex: boolean): PrintedColumn {
  const { name, kind, values } = column;
  return { name, kind, isIndex, values, text: textsOf(column, isIndex) };
}

function textsOf(column: ResultColumn, isIndex: boolean): string[] {
  switch (column.kind) {
    case 'number': {
      const print = numberPrintOf(column.values, isIndex || /^(year|yr)$/i.test(column.name));
      return column.values.map((value) => (value === null ? noValue : printNumber(value, print)));
    }
    case 'time': {
      const print = timePrintOf(column.values);
      return column.values.map((value) => (value === null ? noValue : print(value)));
    }
    default:
      return column.values.map((value) => (value === null ? noValue : String(value)));
  }
}

/** A column's head. The index of a table often has no name of its own. */
export function headOf({ name, isIndex }: Pick<PrintedColumn, 'name' | 'isIndex'>): string {
  return name !== '' ? name : isIndex ? 'index' : 'value';
}
