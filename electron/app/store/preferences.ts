import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import {
  defaultPreferences,
  preferencesSchema,
  type Preferences,
} from '../../../shared/contract/models/workspace.ts';

export const preferenceTables = `
  CREATE TABLE preferences (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

export interface PreferenceStore {
  read(): Preferences;
  update(changes: Partial<Preferences>): Preferences;
}

/**
 * The analyst's choices, one row a preference. A value that is damaged, or from a time before its
 * field existed, falls back to the default field by field, so one bad value costs only itself.
 */
export function createPreferenceStore(database: DatabaseSync): PreferenceStore {
  const selectAll = database.prepare('SELECT name, value FROM preferences');
  const upsert = database.prepare(
    'INSERT INTO preferences (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );

  const read = () => {
    const stored = Object.fromEntries(
      selectAll.all().map((row) => [String(row['name']), parseJson(String(row['value']))]),
    );
    return preferencesSchema.parse(validFields(preferencesSchema, stored, defaultPreferences));
  };
  return {
    read,
    update(changes) {
      for (const [name, value] of Object.entries(preferencesSchema.partial().parse(changes))) {
        if (value !== undefined) upsert.run(name, JSON.stringify(value));
      }
      return read();
    },
  };
}

/** Each field of `stored` that its schema accepts, and the fallback's for the others, at any depth. */
function validFields(schema: z.ZodObject, stored: unknown, fallback: Record<string, unknown>) {
  const values = (typeof stored === 'object' && stored !== null ? stored : {}) as typeof fallback;
  const result: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    const inner = fallback[name] as Record<string, unknown>;
    // A field that is read through a transformation first, as settings of the first version are.
    if (field instanceof z.ZodPipe && field.out instanceof z.ZodObject) {
      result[name] = validFields(field.out, (field.in as z.ZodType).parse(value), inner);
      continue;
    }
    result[name] =
      field instanceof z.ZodObject
        ? validFields(field, value, inner)
        : (field as z.ZodType).safeParse(value).success
          ? value
          : fallback[name];
  }
  return result;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Damaged text: the field's default takes its place.
    return undefined;
  }
}
