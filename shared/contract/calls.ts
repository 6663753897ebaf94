import { z } from 'zod';
import { policySchema, policyStateSchema } from './models/policy.ts';
import { reportFileSchema, reportFormats } from './models/report.ts';
import { runIdSchema, runRecordSchema, runRequestSchema, runSummarySchema } from './models/run.ts';
import { imageStatusSchema, sandboxStatusSchema, savedImageSchema } from './models/sandbox.ts';
import { checkedSchema, languageSchema, sourceSchema } from './models/validation.ts';
import {
  datasetSchema,
  preferencesSchema,
  revisionSchema,
  saveStrategySchema,
  strategyDocumentSchema,
  strategyIdSchema,
  strategyNameSchema,
  strategySummarySchema,
} from './models/workspace.ts';

const megabyte = 1_000_000;

/** One entry of the table: what goes in, what comes out, and the largest request in bytes of JSON. */
function call<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
  maximumBytes = megabyte / 4,
) {
  return { input, output, maximumBytes };
}

const nothing = z.object({});
/** The image that a language runs in; JavaScript's where nothing is said. */
const whichImage = z.object({ language: languageSchema.optional() });
const done = z.object({ ok: z.literal(true) });
const filePathSchema = z.string().min(1).max(4096);
const byRun = z.object({ runId: runIdSchema });
const byStrategy = z.object({ id: strategyIdSchema });

/** Every call any host may make. The one list: transports, handlers and clients derive from it. */
export const calls = {
  'app.info': call(
    nothing,
    z.object({
      version: z.string(),
      host: z.enum(['desktop', 'web', 'cli']),
      platform: z.string(),
      examplesFirst: z.string(),
      /** Where a damaged database was moved to when this start began a new one. */
      recoveredFrom: z.string().optional(),
    }),
  ),
  'catalog.list': call(nothing, z.array(datasetSchema)),
  'catalog.import': call(
    z.object({ fileName: z.string().min(1).max(255), content: z.string().max(64 * megabyte) }),
    datasetSchema,
    200 * megabyte,
  ),
  'catalog.remove': call(z.object({ id: z.string().max(120) }), done),

  'strategy.list': call(nothing, z.array(strategySummarySchema)),
  'strategy.read': call(byStrategy, strategyDocumentSchema),
  'strategy.save': call(saveStrategySchema, strategyDocumentSchema, 8 * megabyte),
  'strategy.rename': call(byStrategy.extend({ name: strategyNameSchema }), strategySummarySchema),
  'strategy.remove': call(byStrategy, done),
  /** Undoes `strategy.remove`. */
  'strategy.restore': call(byStrategy, strategySummarySchema),
  'strategy.saveDraft': call(
    byStrategy.extend({
      source: sourceSchema.nullable(),
      revision: revisionSchema.optional(),
    }),
    done.extend({ revision: revisionSchema }),
    8 * megabyte,
  ),

  'validation.check': call(
    z.object({
      source: sourceSchema,
      language: languageSchema,
      /** A newer text of the same document takes the place of one that waits: that ends `cancelled`. */
      documentId: z.string().max(200).optional(),
    }),
    checkedSchema,
    8 * megabyte,
  ),

  'policy.get': call(nothing, policyStateSchema),
  'policy.save': call(
    z.object({
      policy: policySchema,
      /** The hash of the policy that was changed: one that has been overtaken is refused. */
      basedOn: z.string().max(64),
    }),
    policyStateSchema,
  ),
  /** Back to the standard preset. */
  'policy.reset': call(nothing, policyStateSchema),

  /** Takes back what was accepted of a text: the next run asks again. */
  'review.revoke': call(z.object({ sourceHash: z.string().length(64) }), done),

  /** Resolves when the run has ended, however it ended; events tell the story meanwhile. */
  'run.execute': call(runRequestSchema, runRecordSchema, 8 * megabyte),
  'run.cancel': call(byRun, done),
  /** The runs under way, for a window that lost sight of its own. */
  'run.active': call(nothing, z.object({ runIds: z.array(runIdSchema) })),

  'history.list': call(
    z.object({ limit: z.number().int().min(1).max(1000).default(200) }),
    z.array(runSummarySchema),
  ),
  'history.read': call(byRun, runRecordSchema),
  'history.remove': call(byRun, done),

  'report.export': call(
    byRun.extend({ format: z.enum(reportFormats) }),
    z.object({ files: z.array(reportFileSchema) }),
  ),

  'sandbox.status': call(nothing, sandboxStatusSchema),
  'image.build': call(whichImage, imageStatusSchema),
  /**
   * Writes the image to a file and resolves to null when no file was chosen. The desktop asks for the file
   * itself; other hosts take a path, which may begin in the home folder.
   */
  'image.save': call(
    whichImage.extend({ path: filePathSchema.optional() }),
    z.object({ saved: savedImageSchema.nullable() }),
  ),
  /** Takes the image from a file; `code` is what was shown when it was saved. */
  'image.load': call(
    whichImage.extend({ path: filePathSchema.optional(), code: z.string().max(200) }),
    z.object({ image: imageStatusSchema.nullable() }),
  ),
  /** Ends the build, save or load under way. */
  'image.cancel': call(nothing, done),
  'image.remove': call(whichImage, imageStatusSchema),

  'preferences.read': call(nothing, preferencesSchema),
  'preferences.update': call(preferencesSchema.partial(), preferencesSchema),

  /** Native dialogs: only the desktop host answers; elsewhere the browser's own ways are used. */
  'host.openFile': call(
    z.object({ purpose: z.enum(['data', 'strategy']) }),
    z.object({ file: z.object({ fileName: z.string(), content: z.string() }).nullable() }),
  ),
  'host.saveFiles': call(
    z.object({ files: z.array(reportFileSchema).max(8) }),
    z.object({ saved: z.boolean(), paths: z.array(z.string()) }),
    200 * megabyte,
  ),
} as const;

/** The largest request that any call takes: what a transport has to let through, and not more. */
export const largestRequestBytes = Math.max(
  ...Object.values(calls).map(({ maximumBytes }) => maximumBytes),
);

export type CallName = keyof typeof calls;
/** What a caller sends (defaults may be left out). */
export type CallInput<Name extends CallName> = z.input<(typeof calls)[Name]['input']>;
/** What a handler receives (defaults filled in). */
export type CallArguments<Name extends CallName> = z.output<(typeof calls)[Name]['input']>;
export type CallOutput<Name extends CallName> = z.output<(typeof calls)[Name]['output']>;

export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name);
}
