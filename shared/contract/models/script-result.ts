import { z } from 'zod';

/** The most of a table that is kept and shown; `rowCount` tells how many rows there were. */
export const maximumResultRows = 1000;
export const maximumResultColumns = 50;
export const maximumResultText = 2000;

const name = z.string().max(120);
const text = z.string().max(maximumResultText);

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

/**
 * What a script left in `result`. It is the script's own word: the host has not verified it.
 * A Series is a table of its index and its values; the first `indexCount` columns are the index.
 */
export const scriptResultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), value: z.union([z.number(), text, z.boolean(), z.null()]) }),
  z.object({
    kind: z.literal('record'),
    entries: z
      .array(z.object({ name, value: z.union([z.number(), text, z.boolean(), z.null()]) }))
      .max(maximumResultRows),
    /** How many there were. */
    entryCount: z.number().int().min(0),
  }),
  z.object({
    kind: z.literal('table'),
    columns: z.array(resultColumnSchema).max(maximumResultColumns),
    indexCount: z.number().int().min(0).max(maximumResultColumns),
    /** How many there were; above the cap the first rows are kept, evenly sampled for a Series of numbers. */
    rowCount: z.number().int().min(0),
    columnCount: z.number().int().min(0),
  }),
]);
export type ScriptResult = z.infer<typeof scriptResultSchema>;
