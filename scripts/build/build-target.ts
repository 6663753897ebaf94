import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { newestChange } from './newest-change.ts';
import { projectRoot } from './project-root.ts';
import { publishFolder } from './publish-folder.ts';
import type { Target } from './targets.ts';

/** An empty file in the output whose time is when its build began. */
const stampName = '.built';
const temporaryPrefix = '.building-';
const abandonedAfterMilliseconds = 60 * 60 * 1000;

/** Builds `target` beside its output and then puts the files in place: a failed build changes nothing. */
export async function buildTarget(target: Target, root = projectRoot): Promise<void> {
  const began = new Date();
  const output = join(root, target.output);
  const parent = dirname(output);
  mkdirSync(parent, { recursive: true });
  removeAbandoned(parent);
  const temporary = mkdtempSync(join(parent, temporaryPrefix));
  try {
    await target.bundle(temporary).catch((error: Error) => {
      const detail = stripVTControlCharacters(error.message);
      throw new Error(`Building ${target.output} failed. ${detail}`, { cause: error });
    });
    const stamp = join(temporary, stampName);
    writeFileSync(stamp, '');
    utimesSync(stamp, began, began);
    publishFolder(temporary, output, [...target.entries, stampName]);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Whether the output is whole and no source changed since its build began. */
export function isFresh(target: Target, root = projectRoot): boolean {
  const output = join(root, target.output);
  const stamp = statSync(join(output, stampName), { throwIfNoEntry: false });
  if (stamp === undefined) return false;
  if (!target.entries.every((entry) => existsSync(join(output, entry)))) return false;
  return target.sources.every((source) => newestChange(join(root, source)) < stamp.mtimeMs);
}

/** Removes what builds that were killed have left behind. */
function removeAbandoned(parent: string): void {
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(temporaryPrefix)) continue;
    const stats = statSync(join(parent, name), { throwIfNoEntry: false });
    if (stats && Date.now() - stats.mtimeMs > abandonedAfterMilliseconds) {
      rmSync(join(parent, name), { recursive: true, force: true });
    }
  }
}
