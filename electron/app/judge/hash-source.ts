import { createHash } from 'node:crypto';

/** SHA-256 of the exact bytes (UTF-8) that are judged and run, in hex. */
export function hashSource(source: string): string {
  return createHash('sha256').update(source, 'utf8').digest('hex');
}
