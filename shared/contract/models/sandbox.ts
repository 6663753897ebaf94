import { z } from 'zod';

/** What the doctor found. `hint` is the exact next step for this platform, empty when all is well. */
export const engineStatusSchema = z.object({
  state: z.enum([
    'ready',
    'not-installed',
    'not-running',
    'no-permission',
    'hangs',
    'too-old',
    'wrong-architecture',
    'windows-containers',
    /** It answers and cannot keep what isolation needs. */
    'unfit',
    'error',
  ]),
  endpoint: z.string(),
  version: z.string(),
  /** What it is made of, in one line; empty without an engine. */
  details: z.string(),
  message: z.string(),
  hint: z.string(),
  /** What does not keep a strategy from running and should be known. */
  warnings: z.array(z.string()),
  /** Every place that was looked at, in the order in which one would be taken. */
  searched: z.array(
    z.object({
      address: z.string(),
      /** Who named the place: "DOCKER_HOST", "Colima". */
      origin: z.string(),
      state: z.enum(['used', 'spare', 'absent', 'refused']),
      finding: z.string(),
    }),
  ),
});
export type EngineStatus = z.infer<typeof engineStatusSchema>;

export const imageStatusSchema = z.object({
  /** `stale`: built from other files than this version of the app holds. */
  state: z.enum(['ready', 'missing', 'stale', 'building', 'unknown']),
  tag: z.string(),
  id: z.string().nullable(),
  sizeBytes: z.number().nullable(),
  createdAt: z.number().nullable(),
  message: z.string(),
});
export type ImageStatus = z.infer<typeof imageStatusSchema>;

/** Where the analyst lets runs go, in the words of every host. */
export const sandboxChoiceLabels = {
  auto: 'Automatic',
  docker: 'Containers only',
  embedded: 'Embedded only',
} as const;

/** A sandbox image that was written to a file. */
export const savedImageSchema = z.object({
  path: z.string(),
  sizeBytes: z.number(),
  /** What has to be typed where the file is loaded: it proves that the file is this one. */
  code: z.string(),
});
export type SavedImage = z.infer<typeof savedImageSchema>;

/** One thing that happened to the sandbox or its image, newest first. */
export const sandboxEventSchema = z.object({
  at: z.number(),
  kind: z.enum(['fallback', 'refusal', 'image']),
  text: z.string(),
});
export type SandboxEvent = z.infer<typeof sandboxEventSchema>;

const percentilesSchema = z.object({ p50: z.number(), p95: z.number() });

/** How the last runs that reached a sandbox fared. Times in milliseconds, null without a run. */
export const sandboxStatisticsSchema = z.object({
  runs: z.number().int(),
  inContainers: z.number().int(),
  fallbacks: z.number().int(),
  /** So many runs fell back that somebody should look after the engine. */
  alert: z.boolean(),
  failures: z.array(z.object({ code: z.string(), count: z.number().int() })),
  start: percentilesSchema.nullable(),
  run: percentilesSchema.nullable(),
});
export type SandboxStatistics = z.infer<typeof sandboxStatisticsSchema>;

const loadedFromSchema = z.object({ fileName: z.string(), code: z.string(), at: z.number() });
export type LoadedFrom = z.infer<typeof loadedFromSchema>;

export const sandboxStatusSchema = z.object({
  engine: engineStatusSchema,
  image: imageStatusSchema,
  /** The image that Python runs in. */
  pythonImage: imageStatusSchema,
  /** Containers that wait for a run now. */
  waiting: z.number().int().min(0).default(0),
  statistics: sandboxStatisticsSchema,
  embedded: z.object({ state: z.enum(['ready', 'missing']), message: z.string() }),
  /** The file that the image in use was loaded from; null for one that was built here. */
  loadedFrom: loadedFromSchema.nullable(),
  /** The same of Python's image. */
  pythonLoadedFrom: loadedFromSchema.nullable().default(null),
  events: z.array(sandboxEventSchema),
  /** The analyst's setting, and the route a run takes now because of it. */
  choice: z.enum(['auto', 'docker', 'embedded']),
  route: z.enum(['docker', 'embedded', 'none']),
  reason: z.string(),
});
export type SandboxStatus = z.infer<typeof sandboxStatusSchema>;

/** Where a run went. */
export const sandboxUsedSchema = z.object({
  kind: z.enum(['docker', 'embedded', 'none']),
  /** Why this route was taken, in words for the analyst. */
  reason: z.string(),
  imageId: z.string().optional(),
  engine: z.string().optional(),
  /** The choice was left to the app and no container could be had. */
  fallback: z.literal(true).optional(),
});
export type SandboxUsed = z.infer<typeof sandboxUsedSchema>;

/** What a run says about its sandbox, for the statistics. Times in milliseconds. */
export const sandboxOutcomeSchema = z.object({
  fallback: z.boolean(),
  /** The error's code, null for a run that ended well. */
  failure: z.string().nullable(),
  start: z.number(),
  run: z.number(),
});
export type SandboxOutcome = z.infer<typeof sandboxOutcomeSchema>;
