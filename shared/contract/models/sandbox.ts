import { z } from 'zod';

/** What the doctor found. `hint` is the exact next step for this platform, empty when all is well. */
export const engineStatusSchema = z.object({
  state: z.enum(['ready', 'not-installed', 'not-running', 'no-permission', 'error']),
  endpoint: z.string(),
  version: z.string(),
  message: z.string(),
  hint: z.string(),
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

export const sandboxStatusSchema = z.object({
  engine: engineStatusSchema,
  image: imageStatusSchema,
  /** Containers that wait for a run now. */
  waiting: z.number().int().min(0).default(0),
  embedded: z.object({ state: z.enum(['ready', 'missing']), message: z.string() }),
  /** The route a run with the choice "auto" takes now. */
  route: z.enum(['docker', 'embedded', 'none']),
  reason: z.string(),
});
export type SandboxStatus = z.infer<typeof sandboxStatusSchema>;
