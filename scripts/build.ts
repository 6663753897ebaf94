// node scripts/build.ts [target…]: builds what is named (everything by default) into out/.
// Only errors are written, to the standard error: a command's own output stays clean.
import { buildTarget, ensureTargetBuilt } from './build/ensure-built.ts';
import { targetNames, targets, type TargetName } from './build/targets.ts';

/** Builds `name` if its sources are newer than its output. Returns whether it did. */
export function ensureBuilt(name: TargetName): Promise<boolean> {
  return ensureTargetBuilt(targets[name]);
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !Object.hasOwn(targets, name));
  if (unknown.length > 0) {
    console.error(`There is no target "${unknown[0]}". There are: ${targetNames.join(', ')}.`);
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
