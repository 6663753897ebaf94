import { z } from 'zod';
import {
  maximumResultColumns,
  maximumResultName,
  maximumResultRows,
  maximumResultText,
} from '../../frames/result-limits.ts';

const name = z.string().max(maximumResultName);
const text = z.string().max(maximumResultText);
const plain = z.union([z.number(), text, z.boolean(), z.null()]);
const count = z.number().int().min(0);

/** Values of one kind, equally long in all columns of a table; null where there is none. Times are Unix milliseconds. */
export const resultColumnSchema = z.discriminatedUnion('kind', [
  z.object({
    name,
    kind: z.enum(['number', 'time']),
    values: z.array(z.number().nullable()).max(maximumResultRows),
  }),
  z.object({
    name,
    kind: z.literal('text'),
    values: z.array(text.nullable()).max(maximumResultRows),
  }),
  z.object({
    name,
    kind: z.literal('boolean'),
    values: z.array(z.boolean().nullable()).max(maximumResultRows),
  }),
]);
export type ResultColumn = z.infer<typeof resultColumnSchema>;

const recordSchema = z
  .object({
    kind: z.literal('record'),
    entries: z.array(z.object({ name, value: plain })).max(maximumResultRows),
    /** How many there were. */
    entryCount: count,
  })
  .refine(({ entries, entryCount }) => entryCount >= entries.length, 'a count of all entries');

const tableSchema = z
  .object({
    kind: z.literal('table'),
    columns: z.array(resultColumnSchema).max(maximumResultColumns),
    indexCount: count.max(maximumResultColumns),
    /**
     * How many there were; above the cap the first rows are kept, and evenly spaced ones where there
     * is a single column of numbers beside the index.
     */
    rowCount: count,
    columnCount: count,
  })
  .refine(
    ({ columns }) => columns.every(({ values }) => values.length === columns[0]?.values.length),
    'columns of equal length',
  )
  .refine(
    ({ columns, rowCount, columnCount, indexCount }) =>
      rowCount >= (columns[0]?.values.length ?? 0) &&
      columnCount >= columns.length &&
      indexCount <= columns.length,
    'counts of all rows and columns',
  );

/**
 * What a script left in `result`. It is the script's own word: the host has not verified it.
 * A Series is a table of its index and its values; the first `indexCount` columns are the index.
 */
export const scriptResultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), value: plain }),
  recordSchema,
  tableSchema,
]);
export type ScriptResult = z.infer<typeof scriptResultSchema>;
