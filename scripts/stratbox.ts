// The command line from a checkout: the sandbox's bundles are brought up to date, then it is run.
import { ensureBuilt } from './build.ts';

try {
  await ensureBuilt('sandbox');
  await import('../electron/cli/main.ts');
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
