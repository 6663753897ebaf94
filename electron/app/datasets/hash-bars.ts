import { createHash } from 'node:crypto';
import type { Bars } from '../../../shared/bars/bars.ts';
import { storedBytes } from '../../../shared/bars/column-bytes.ts';

/** SHA-256 in hex of the columns as they are stored, hashed and sent to the sandbox. */
export function hashBars(bars: Bars): string {
  return hashBytes(storedBytes(bars));
}

export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
