import { z } from 'zod';

/** One measurement of a sandbox from outside, by its engine. */
export const usageSampleSchema = z.object({
  /** Milliseconds since the strategy was given its job. */
  time: z.number().min(0),
  /** Share of the processor time it was allowed since the measurement before; null for the first. */
  cpu: z.number().min(0).max(1).nullable(),
  /** Bytes, without the file pages that the kernel can drop at once. */
  memory: z.number().min(0),
});
export type UsageSample = z.infer<typeof usageSampleSchema>;

/** However long a run was, its record keeps no more of them; neighbours are put together. */
export const maximumUsageSamples = 300;

/** What a run took of what it was allowed. */
export const resourceUseSchema = z.object({
  samples: z.array(usageSampleSchema).max(maximumUsageSamples),
  /** How often it was measured; the figures below are of all measurements. */
  measured: z.number().int().min(0),
  peakMemory: z.number().nullable(),
  /** Shares, like `cpu` of a sample; null with fewer than two measurements. */
  peakCpu: z.number().nullable(),
  meanCpu: z.number().nullable(),
  /** What the sandbox could use at most: bytes and processors. */
  allowed: z.object({ memory: z.number(), cpus: z.number() }),
  /** Why there are no figures, or ''. */
  note: z.string(),
});
export type ResourceUse = z.infer<typeof resourceUseSchema>;
