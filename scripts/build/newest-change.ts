import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const testFile = /\.(test|bench)\.tsx?$/;

/**
 * The latest modification under `path` (a file or a folder), in milliseconds since 1970; 0 if there
 * is nothing. A folder counts itself: deleting or renaming a file in it is a change too.
 */
export function newestChange(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  let newest = stats.mtimeMs;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (testFile.test(entry.name)) continue;
    newest = Math.max(newest, newestChange(join(path, entry.name)));
  }
  return newest;
}
