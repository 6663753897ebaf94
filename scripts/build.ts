// node scripts/build.ts [target…]: builds what is named (everything by default) into out/.
// Only errors are written, to the standard error: a command's own output stays clean.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildTarget, isFresh } from './build/build-target.ts';
import { targetNames, targets, type TargetName } from './build/targets.ts';

/**
 * Builds `name` if its sources are newer than its output, in a process of its own: a bundler leaves
 * a gigabyte of memory behind, and the caller may run for days. Calls `onBuild` before it does.
 */
export async function ensureBuilt(name: TargetName, onBuild?: () => void): Promise<void> {
  if (isFresh(targets[name])) return;
  onBuild?.();
  const parameters = [
    '--disable-warning=ExperimentalWarning',
    fileURLToPath(import.meta.url),
    name,
  ];
  const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'ignore', 'inherit'] });
  const exitCode = await new Promise((resolve, reject) => {
    child.once('exit', resolve);
    child.once('error', reject);
  });
  if (exitCode !== 0) throw new Error(`The part "${name}" of Stratbox was not built.`);
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.find((name) => !Object.hasOwn(targets, name));
  if (unknown !== undefined) {
    console.error(`There is no target "${unknown}". There are: ${targetNames.join(', ')}.`);
    return 2;
  }
  for (const name of names.length > 0 ? (names as TargetName[]) : targetNames) {
    try {
      await buildTarget(targets[name]);
    } catch (error) {
      console.error((error as Error).message);
      return 1;
    }
  }
  return 0;
}
