import { z } from 'zod';

/** A failure a person can act on: what happened, and what to do next. */
export const appErrorSchema = z.object({
  code: z.enum([
    'bad-input',
    'not-found',
    'too-large',
    'unknown-call',
    'conflict',
    'no-engine',
    'cancelled',
    'internal',
  ]),
  message: z.string(),
  hint: z.string(),
});
export type AppErrorShape = z.infer<typeof appErrorSchema>;

export class AppError extends Error {
  readonly code: AppErrorShape['code'];
  readonly hint: string;

  constructor(code: AppErrorShape['code'], message: string, hint = '') {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.hint = hint;
  }

  toShape(): AppErrorShape {
    return { code: this.code, message: this.message, hint: this.hint };
  }
}
