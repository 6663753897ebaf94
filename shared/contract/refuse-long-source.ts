import { AppError } from './errors.ts';
import { maximumSourceLength } from './models/validation.ts';

/**
 * Refuses a request whose `source` no strategy can have: before it is sent, so that a pasted book does
 * not hold up the window, and again where it arrives.
 * @throws {AppError} too-large.
 */
export function refuseLongSource(input: unknown): void {
  const { source } = (input ?? {}) as { source?: unknown };
  if (typeof source !== 'string' || source.length <= maximumSourceLength) return;
  const million = (count: number) => (count / 1e6).toFixed(1);
  throw new AppError(
    'too-large',
    `This text has ${million(source.length)} million characters; a strategy has at most ${million(maximumSourceLength)} million.`,
    'Shorten it; data belongs in a data set.',
  );
}
