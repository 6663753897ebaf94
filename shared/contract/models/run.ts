import { z } from 'zod';
import { metricGroups } from '../../metrics/groups.ts';
import { noPeriods, periodsSchema } from './periods.ts';
import { resourceUseSchema } from './resources.ts';
import { sandboxOutcomeSchema, sandboxUsedSchema } from './sandbox.ts';
import { settingsSchema } from './settings.ts';
import { accountSchema, orderEventSchema, tradeSchema } from './trading.ts';
import { policyReferenceSchema } from './policy.ts';
import { scriptResultSchema } from './script-result.ts';
import {
  acceptanceSchema,
  assessmentSchema,
  languageSchema,
  recordedAcceptanceSchema,
  sourceSchema,
} from './validation.ts';

export const runIdSchema = z.uuid();
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date like 2010-12-31');

export const networkModes = ['none', 'bridge'] as const;
/** `bridge`: whatever this computer reaches, the sandbox reaches too. Only ever by the user's choice. */
export const networkModeSchema = z.enum(networkModes);
export type NetworkMode = z.infer<typeof networkModeSchema>;

/** What a sandbox may use at most. */
export const limitsSchema = z.object({
  timeLimitSeconds: z.number().min(1).max(3600),
  memoryMegabytes: z.number().int().min(128).max(16_384),
  cpus: z.number().min(0.1).max(16),
  network: networkModeSchema.default('none'),
});
export type RunLimits = z.infer<typeof limitsSchema>;
export const defaultLimits: RunLimits = {
  timeLimitSeconds: 60,
  memoryMegabytes: 512,
  cpus: 1,
  network: 'none',
};

export const sandboxChoiceSchema = z.enum(['auto', 'docker', 'embedded']);
export type SandboxChoice = z.infer<typeof sandboxChoiceSchema>;

export const parameterValueSchema = z.union([z.number(), z.string().max(200), z.boolean()]);

const datasetIdSchema = z.string().min(1).max(120);
export const barIntervals = ['as-loaded', 'hourly', 'daily', 'weekly', 'monthly'] as const;
export const barIntervalSchema = z.enum(barIntervals);
export type BarInterval = z.infer<typeof barIntervalSchema>;
/** Prices as traded, or with dividends and splits taken out, where the data set has both. */
export const pricesSchema = z.enum(['raw', 'adjusted']);

/** The most tables that a run may be given. */
export const maximumTables = 20;

export const runRequestSchema = z.object({
  runId: runIdSchema,
  name: z.string().min(1).max(120),
  source: sourceSchema,
  language: languageSchema,
  /** The main instrument's data set. */
  datasetId: datasetIdSchema,
  /** Further instruments on the same clock. */
  moreDatasetIds: z.array(datasetIdSchema).max(99).default([]),
  /** Tables that the strategy may read by `load`: no others reach its sandbox. */
  tableIds: z.array(datasetIdSchema).max(maximumTables).default([]),
  /** What the result is held against; absent: buy and hold of the main instrument. */
  benchmarkDatasetId: datasetIdSchema.optional(),
  /** Bars are made longer before the run; the ones loaded then decide what came first inside a bar. */
  interval: barIntervalSchema.default('as-loaded'),
  prices: pricesSchema.default('adjusted'),
  /** How many variants of the strategy were tried before this one, itself included. */
  trials: z.number().int().min(1).max(1e9).default(1),
  from: isoDate.optional(),
  to: isoDate.optional(),
  parameters: z.record(z.string().max(60), parameterValueSchema),
  settings: settingsSchema,
  limits: limitsSchema,
  sandbox: sandboxChoiceSchema,
  acceptance: acceptanceSchema.optional(),
});
export type RunRequest = z.infer<typeof runRequestSchema>;

export const runStatuses = ['done', 'failed', 'blocked', 'cancelled', 'no-sandbox'] as const;
export type RunStatus = (typeof runStatuses)[number];

/** Why a run has no result. Line and column are in the strategy's own text, from 1. */
export const runErrorSchema = z.object({
  code: z.enum([
    'strategy-error',
    'time-limit',
    'out-of-memory',
    'output-limit',
    'protocol-violation',
    'engine-lost',
    'replay-mismatch',
    'killed',
    'blocked',
    'cancelled',
    'no-sandbox',
    'internal',
  ]),
  message: z.string(),
  hint: z.string(),
  line: z.number().int().optional(),
  column: z.number().int().optional(),
  bar: z.number().int().optional(),
  /** The bar's date, ISO. */
  barTime: z.string().optional(),
});
export type RunError = z.infer<typeof runErrorSchema>;

/** One of the five promises. `unknown` means: not tested in this run, never that it holds. */
export const badgeSchema = z.object({
  state: z.enum(['passed', 'failed', 'unknown']),
  detail: z.string(),
});
export type Badge = z.infer<typeof badgeSchema>;
export const badgesSchema = z.object({
  validated: badgeSchema,
  isolated: badgeSchema,
  verified: badgeSchema,
  noLookAhead: badgeSchema,
  reproducible: badgeSchema,
});
export type Badges = z.infer<typeof badgesSchema>;
export const badgeLabels: Record<keyof Badges, string> = {
  validated: 'Validated',
  isolated: 'Isolated',
  verified: 'Verified',
  noLookAhead: 'No look-ahead',
  reproducible: 'Reproducible',
};

/** A figure: `value` null means "n/a" and `note` says why. Unit tells how to print it. */
export const metricSchema = z.object({
  id: z.string(),
  label: z.string(),
  /** Records from before there were groups have none. */
  group: z.enum(metricGroups).default('Other'),
  unit: z.enum(['percent', 'ratio', 'money', 'count', 'days', 'date']),
  formula: z.string(),
  value: z.number().nullable(),
  note: z.string(),
});
export type Metric = z.infer<typeof metricSchema>;

/** A series that the strategy plotted, sampled for drawing. The host has not verified its values. */
export const plotSchema = z.object({
  name: z.string(),
  time: z.array(z.number()),
  value: z.array(z.number()),
});

/** Columns of equal length. In a RunRecord they are sampled to at most 2,000 points for drawing. */
export const curveSchema = z.object({
  time: z.array(z.number()),
  equity: z.array(z.number()),
  /** Share below the running peak: 0 to -1 (below -1 if equity went negative). */
  drawdown: z.array(z.number()),
  /** Buy and hold of the same data, from the same cash, without costs. */
  benchmark: z.array(z.number()),
});
export type Curve = z.infer<typeof curveSchema>;

export const logLineSchema = z.object({
  level: z.enum(['log', 'warn', 'error']),
  text: z.string(),
  bar: z.number().int().nullable(),
});
export type LogLine = z.infer<typeof logLineSchema>;

export const manifestSchema = z.object({
  stratbox: z.string(),
  /** Version of the engine's rules: the same decisions give the same figures within one. */
  engine: z.string().default('1'),
  sourceHash: z.string(),
  datasetId: z.string(),
  datasetName: z.string(),
  dataHash: z.string(),
  moreDatasets: z
    .array(z.object({ id: z.string(), name: z.string(), symbol: z.string(), hash: z.string() }))
    .default([]),
  benchmark: z
    .object({ id: z.string(), name: z.string(), hash: z.string() })
    .nullable()
    .default(null),
  /** The tables that it was given. */
  tables: z.array(z.object({ id: z.string(), name: z.string(), hash: z.string() })).default([]),
  interval: barIntervalSchema.default('as-loaded'),
  prices: pricesSchema.default('raw'),
  trials: z.number().int().default(1),
  from: z.string(),
  to: z.string(),
  barCount: z.number().int(),
  parameters: z.record(z.string(), parameterValueSchema),
  settings: settingsSchema,
  limits: limitsSchema,
  sandbox: z.string(),
  imageId: z.string().nullable(),
  decisionCount: z.number().int(),
  decisionsHash: z.string(),
  equityHash: z.string(),
  /** Of what a script left in `result`; '' where it left none, and in runs of earlier versions. */
  resultHash: z.string().default(''),
  /** Which policy judged the source; null in runs from before workspaces had policies. */
  policy: policyReferenceSchema.nullable().default(null),
  /** What let a run through that the policy alone would not. */
  acceptance: recordedAcceptanceSchema.optional(),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Milliseconds. */
export const timingsSchema = z.object({
  total: z.number(),
  validate: z.number(),
  prepare: z.number(),
  execute: z.number(),
  replay: z.number(),
});
export type Timings = z.infer<typeof timingsSchema>;

/** The short form that lists show. */
export const runSummarySchema = z.object({
  runId: runIdSchema,
  name: z.string(),
  language: languageSchema,
  datasetName: z.string(),
  startedAt: z.number(),
  status: z.enum(runStatuses),
  sandboxKind: z.enum(['docker', 'embedded', 'none']),
  /** Null in runs that reached no sandbox, and in those of earlier versions. */
  sandbox: sandboxOutcomeSchema.nullable().default(null),
  verified: z.boolean(),
  riskScore: z.number(),
  totalReturn: z.number().nullable(),
  sharpeRatio: z.number().nullable(),
  maxDrawdown: z.number().nullable(),
  tradeCount: z.number().int().nullable(),
});
export type RunSummary = z.infer<typeof runSummarySchema>;

/** One run, whole: what the results pane shows, history keeps and reports are made from. */
export const runRecordSchema = z.object({
  summary: runSummarySchema,
  source: z.string(),
  status: z.enum(runStatuses),
  assessment: assessmentSchema,
  sandbox: sandboxUsedSchema,
  badges: badgesSchema,
  error: runErrorSchema.nullable(),
  metrics: z.array(metricSchema),
  curve: curveSchema,
  periods: periodsSchema.default(noPeriods),
  trades: z.array(tradeSchema),
  /** The first thousand; `eventCount` counts them all. */
  events: z.array(orderEventSchema).default([]),
  eventCount: z.number().int().default(0),
  account: accountSchema.nullable().default(null),
  plots: z.array(plotSchema).default([]),
  /** What the script left in `result`, by its own word. */
  scriptResult: scriptResultSchema.nullable().default(null),
  /** What could not be extracted from a run that went well otherwise, in words. */
  extractionError: z.string().nullable().default(null),
  log: z.array(logLineSchema),
  logTruncated: z.boolean(),
  manifest: manifestSchema,
  timings: timingsSchema,
  /** Null in runs that reached no sandbox, and in those of earlier versions. */
  resources: resourceUseSchema.nullable().default(null),
});
export type RunRecord = z.infer<typeof runRecordSchema>;

export const runStages = [
  'validating',
  'queued',
  'preparing',
  'building-image',
  'running',
  'replaying',
  'saving',
] as const;
