export const tableColumnKinds = ['number', 'time', 'boolean', 'text'] as const;
export type TableColumnKind = (typeof tableColumnKinds)[number];

/** One column of a table; all of a table are equally long. */
export type TableColumn =
  | {
      readonly name: string;
      /** Times are Unix milliseconds; false is 0 and true is 1. */
      readonly kind: Exclude<TableColumnKind, 'text'>;
      /** NaN where a cell is empty. */
      readonly values: Float64Array;
    }
  | {
      readonly name: string;
      readonly kind: 'text';
      readonly values: readonly (string | null)[];
    };

/** Any data in named columns that is not bars, such as an account's trades. */
export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rowCount: number;
}

export type ColumnHead = Pick<TableColumn, 'name' | 'kind'>;
