import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Puts the files of `built` in the place of those in `output`, one rename each, and removes what is
 * left from before. A reader finds a whole file at any time; `entries`, which refer to the others,
 * come last. Two processes may do this at once with the same files.
 */
export function publishFolder(built: string, output: string, entries: readonly string[]): void {
  const files = listFiles(built);
  const ordered = [...files.filter((file) => !entries.includes(file)), ...entries];
  for (const file of ordered) {
    mkdirSync(dirname(join(output, file)), { recursive: true });
    renameSync(join(built, file), join(output, file));
  }
  const kept = new Set(files);
  for (const file of listFiles(output)) {
    if (!kept.has(file)) rmSync(join(output, file), { force: true });
  }
}

/** Every file under `folder`, relative to it. */
function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
