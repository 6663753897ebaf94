import { z } from 'zod';
import { scriptResultSchema, type ScriptResult } from '../contract/models/script-result.ts';
import type { Decision } from '../engine/decision.ts';
import { parseDecision } from '../engine/parse-decision.ts';
import { frameTypes, type Frame } from './codec.ts';
import { maximumPlotName } from './plot-limits.ts';
import { maximumExtractionError } from './result-limits.ts';

/** The largest frame a sandbox may send, in bytes. */
export const maximumReplyFrame = 4 * 1024 * 1024;

/** One message from a sandbox, after it was parsed as hostile input. */
export type SandboxReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly bar: number }
  | {
      readonly kind: 'log';
      readonly level: 'log' | 'warn' | 'error';
      readonly text: string;
      readonly bar: number | null;
    }
  | { readonly kind: 'decisions'; readonly decisions: readonly Decision[] }
  | {
      readonly kind: 'plot';
      readonly name: string;
      readonly start: number;
      readonly values: readonly (number | null)[];
    }
  | {
      readonly kind: 'result';
      /** Null: nothing that can be shown was left. */
      readonly result: ScriptResult | null;
      /** What of it could not be extracted, in words. */
      readonly error: string | null;
    }
  | {
      readonly kind: 'done';
      readonly decisionCount: number;
      readonly equityChecksum: string | null;
    }
  | {
      readonly kind: 'failed';
      readonly code: 'strategy-error' | 'time-limit' | 'out-of-memory';
      readonly message: string;
      readonly stack: string;
      readonly bar: number | null;
    };

const bar = z.number().int().min(-1);
const position = bar.transform((value) => (value < 0 ? null : value));
const schemas = {
  progress: z.object({ bar: z.number().int().min(0) }),
  log: z.object({
    level: z.enum(['log', 'warn', 'error']),
    text: z.string().max(70_000),
    bar: position,
  }),
  plot: z.object({
    name: z.string().min(1).max(maximumPlotName),
    start: z.number().int().min(0),
    values: z.array(z.number().nullable()).max(20_000),
  }),
  result: z.object({
    result: scriptResultSchema.nullable(),
    error: z.string().max(maximumExtractionError).nullable(),
  }),
  done: z.object({
    decisionCount: z.number().int().min(0),
    /** Null: the strategy was given all bars at once and was shown no account. */
    equityChecksum: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .nullable(),
  }),
  failed: z.object({
    code: z.enum(['strategy-error', 'time-limit', 'out-of-memory']),
    message: z.string().max(4000),
    stack: z.string().max(10_000),
    bar: position,
  }),
};

/**
 * Reads one frame. `decisionsBefore` numbers the decisions in error messages.
 * @throws {Error} when the frame is not one that a sandbox sends; the run then ends as a protocol
 * violation.
 */
export function parseReply(frame: Frame, barCount: number, decisionsBefore: number): SandboxReply {
  const json = (): unknown =>
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(frame.payload));
  switch (frame.type) {
    case frameTypes.ready:
      return { kind: 'ready' };
    case frameTypes.progress:
      return { kind: 'progress', ...schemas.progress.parse(json()) };
    case frameTypes.log:
      return { kind: 'log', ...schemas.log.parse(json()) };
    case frameTypes.decisions:
      return { kind: 'decisions', decisions: parseDecisions(json(), barCount, decisionsBefore) };
    case frameTypes.plot:
      return { kind: 'plot', ...schemas.plot.parse(json()) };
    case frameTypes.result:
      return { kind: 'result', ...schemas.result.parse(json()) };
    case frameTypes.done:
      return { kind: 'done', ...schemas.done.parse(json()) };
    case frameTypes.failed:
      return { kind: 'failed', ...schemas.failed.parse(json()) };
    default:
      throw new Error(`There is no frame of type ${frame.type}`);
  }
}

function parseDecisions(value: unknown, barCount: number, before: number): Decision[] {
  if (!Array.isArray(value)) throw new Error('Decisions are not a list');
  return value.map((item, index) => parseDecision(item, before + index, barCount));
}
