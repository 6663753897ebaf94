import { createHash } from 'node:crypto';
import { AppError } from '../../../shared/contract/errors.ts';

interface Texts {
  readonly source: string;
  readonly draft: string | null;
}

/**
 * Names one state of a strategy's texts. It is made of the texts themselves, so that two windows that
 * came to the same text agree, and examples, which have no row of their own, need no counter.
 */
export function revisionOf({ source, draft }: Texts): string {
  const hash = createHash('sha256');
  hash.update(`${source.length}:${draft === null ? 'none' : 'draft'}:`);
  return hash
    .update(source)
    .update(draft ?? '')
    .digest('hex')
    .slice(0, 32);
}

/**
 * Refuses a write that was based on another state than the one that is stored; a write that names
 * none overwrites. @throws {AppError} conflict.
 */
export function demandRevision(stored: Texts | undefined, based: string | undefined): void {
  if (stored === undefined || based === undefined || revisionOf(stored) === based) return;
  throw new AppError(
    'conflict',
    'This strategy was changed in another window.',
    'Load that version, keep yours as a copy, or overwrite it.',
  );
}
