import { z } from 'zod';
import { tableColumnKinds } from '../../bars/table.ts';
import { defaultSettings } from '../../engine/settings.ts';
import {
  barIntervalSchema,
  defaultLimits,
  limitsSchema,
  maximumTables,
  pricesSchema,
  sandboxChoiceSchema,
} from './run.ts';
import { settingsSchema } from './settings.ts';
import { languageSchema, sourceSchema } from './validation.ts';

export const tableColumnSchema = z.object({
  name: z.string(),
  kind: z.enum(tableColumnKinds),
});

/** Bars of an instrument, or a table: any other CSV, such as an account's trades. */
export const datasetSchema = z.object({
  kind: z.enum(['bars', 'table']).default('bars'),
  id: z.string(),
  name: z.string(),
  symbol: z.string(),
  /** Where the data came from, in words. */
  origin: z.string(),
  /** '' for a table. */
  interval: z.string(),
  /** A table's rows. */
  barCount: z.number().int(),
  /** Of the first time column; 0 in a table that has none. */
  firstTime: z.number(),
  lastTime: z.number(),
  /** SHA-256 of the columns as they are sent to the sandbox. */
  hash: z.string(),
  /** A table's; none for bars. */
  columns: z.array(tableColumnSchema).default([]),
  builtIn: z.boolean(),
  warnings: z.array(z.string()),
  /** The source gave adjusted closes beside the traded ones. */
  hasAdjusted: z.boolean().default(false),
});
export type Dataset = z.infer<typeof datasetSchema>;

export const strategySummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  language: languageSchema,
  kind: z.enum(['example', 'saved']),
  description: z.string(),
  updatedAt: z.number(),
  /** Edited since it was last saved; the edits are kept. */
  hasDraft: z.boolean(),
});
export type StrategySummary = z.infer<typeof strategySummarySchema>;

export const strategyDocumentSchema = strategySummarySchema.extend({
  source: z.string(),
  /** Unsaved edits from earlier, or null. */
  draft: z.string().nullable(),
  /** Names this state of both texts; a write says which one it was based on. */
  revision: z.string(),
});
export type StrategyDocument = z.infer<typeof strategyDocumentSchema>;

/** The `revision` of a strategy that was read. */
export const revisionSchema = z.string().max(64);
export const strategyIdSchema = z.string().min(1).max(120);
export const strategyNameSchema = z.string().trim().min(1).max(120);
export const saveStrategySchema = z.object({
  /** Absent: a new strategy. An example's id is refused; save it under a new name instead. */
  id: strategyIdSchema.optional(),
  name: strategyNameSchema,
  language: languageSchema,
  source: sourceSchema,
  /** The state that was edited: `conflict` if another window has changed it. Absent: overwrite. */
  revision: revisionSchema.optional(),
});

/** Containers that wait, started and verified, for the next run. */
export const warmContainersSchema = z.object({
  count: z.number().int().min(0).max(8),
  /** They go after this long without a move of the analyst's. */
  idleMinutes: z.number().int().min(1).max(480),
});
export const defaultWarmContainers = { count: 1, idleMinutes: 15 };

/** The analyst's choices that outlive a session. */
export const preferencesSchema = z.object({
  theme: z.enum(['system', 'dark', 'light']),
  openStrategyId: z.string().max(120).nullable(),
  /** The tabs, from left to right. */
  openStrategyIds: z.array(z.string().max(120)).max(100).default([]),
  datasetId: z.string().max(120),
  moreDatasetIds: z.array(z.string().max(120)).max(99).default([]),
  /** Tables that the next run is given. */
  tableIds: z.array(z.string().max(120)).max(maximumTables).default([]),
  /** Empty: buy and hold of the main instrument. */
  benchmarkDatasetId: z.string().max(120).default(''),
  interval: barIntervalSchema.default('as-loaded'),
  prices: pricesSchema.default('adjusted'),
  trials: z.number().int().min(1).max(1e9).default(1),
  from: z.string().max(10),
  to: z.string().max(10),
  settings: settingsSchema,
  limits: limitsSchema,
  sandbox: sandboxChoiceSchema,
  warmContainers: warmContainersSchema.default(defaultWarmContainers),
  /** Sizes and open panels, owned by the window; opaque to the app. */
  layout: z.record(z.string().max(60), z.union([z.number(), z.string().max(200), z.boolean()])),
});
export type Preferences = z.infer<typeof preferencesSchema>;
export const defaultPreferences: Preferences = {
  theme: 'system',
  openStrategyId: null,
  openStrategyIds: [],
  datasetId: 'sp500',
  moreDatasetIds: [],
  tableIds: [],
  benchmarkDatasetId: '',
  interval: 'as-loaded',
  prices: 'adjusted',
  trials: 1,
  from: '',
  to: '',
  settings: { ...defaultSettings },
  limits: { ...defaultLimits },
  sandbox: 'auto',
  warmContainers: { ...defaultWarmContainers },
  layout: {},
};
