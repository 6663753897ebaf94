import { z } from 'zod';
import { commandIds } from './commands.ts';
import { usageSampleSchema } from './models/resources.ts';
import { logLineSchema, runIdSchema, runStages, runStatuses } from './models/run.ts';
import { languageSchema } from './models/validation.ts';

/** What can be done to the sandbox image, one at a time. */
export const imageTasks = ['build', 'save', 'load'] as const;

/** Every event the app sends to its windows, in the past tense. */
export const events = {
  'run.progressed': z.object({
    runId: runIdSchema,
    stage: z.enum(runStages),
    /** 0 to 1 within the stage, or null when it cannot be known. */
    fraction: z.number().min(0).max(1).nullable(),
    message: z.string(),
    /** The newest measurement of the sandbox, once, in the event that tells of it. */
    usage: usageSampleSchema.optional(),
  }),
  'run.logged': z.object({ runId: runIdSchema, lines: z.array(logLineSchema) }),
  'run.finished': z.object({ runId: runIdSchema, status: z.enum(runStatuses) }),
  'image.progressed': z.object({
    /** Whose image. */
    language: languageSchema,
    task: z.enum(imageTasks),
    fraction: z.number().min(0).max(1).nullable(),
    step: z.string(),
    line: z.string(),
    state: z.enum(['under-way', 'done', 'failed', 'cancelled']),
  }),
  /** Whoever shows a judgement asks for it again; so after `reviews.changed`. */
  'policy.changed': z.object({ hash: z.string() }),
  'reviews.changed': z.object({}),
  'catalog.changed': z.object({}),
  'strategies.changed': z.object({}),
  'history.changed': z.object({}),
  /** From the desktop's application menu: the window carries the command out. */
  'menu.commandChosen': z.object({ command: z.enum(commandIds) }),
} as const;

export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = z.infer<(typeof events)[Name]>;
export type EmitEvent = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;
