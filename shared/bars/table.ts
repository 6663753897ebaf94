/** Times are Unix milliseconds. */
export const tableColumnKinds = ['number', 'time', 'text', 'boolean'] as const;
export type TableColumnKind = (typeof tableColumnKinds)[number];

/** One column of a table: its values are equally many in all columns of one. */
export type TableColumn =
  | {
      readonly name: string;
      readonly kind: 'number' | 'time';
      /** NaN where the cell is empty. */
      readonly values: Float64Array;
    }
  | {
      readonly name: string;
      readonly kind: 'text';
      readonly values: readonly (string | null)[];
    }
  | {
      readonly name: string;
      readonly kind: 'boolean';
      readonly values: readonly (boolean | null)[];
    };

/** Any data with named columns that is not bars, such as an account's trades. */
export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rowCount: number;
}
