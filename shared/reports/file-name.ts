import type { RunRecord } from '../contract/models/run.ts';
import { isVerified } from './report.ts';

/** 56 characters of at most 4 bytes, a mark and a suffix stay below the 255 bytes of common file systems. */
const longestName = 56;

/** Names that Windows keeps for devices, whatever follows them. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])$/i;

/**
 * A file name for a run's report, from the strategy's name, which may be anything: no separators, no
 * dots, no control or direction characters, no device names. A result that is not verified says so,
 * so that it cannot be mistaken for one that is once the file is all that is left.
 */
export function reportFileName(record: RunRecord, suffix: string): string {
  const mark = isVerified(record) ? '' : '-NOT-VERIFIED';
  return `${safeName(record.summary.name)}${mark}${suffix}`;
}

/** The part of a name that is safe on every file system; "strategy" if nothing is left. */
export function safeName(name: string): string {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[^\p{Letter}\p{Mark}\p{Number}_]+/gu, '-');
  const short = Array.from(plain.replace(/^[-\p{Mark}]+/u, ''))
    .slice(0, longestName)
    .join('')
    .replace(/-+$/, '');
  if (short === '') return 'strategy';
  return reserved.test(short) ? `strategy-${short}` : short;
}
