// node scripts/run-vitest.ts PROJECT [argument…]: vitest, and once more for files whose process died.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { crashedFiles } from './crashed-files.ts';
import { showOutput } from './show-output.ts';

const [project = '', ...rest] = process.argv.slice(2);
const vitest = path.join(
  path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
);

async function run(parameters: readonly string[]): Promise<{ code: number; printed: string }> {
  const child = spawn(process.execPath, [vitest, 'run', '--project', project, ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = showOutput(child);
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  return { code, printed: printed() };
}

const first = await run(rest);
const crashed = first.code === 0 ? [] : crashedFiles(first.printed);
if (crashed.length === 0) process.exitCode = first.code;
else {
  console.log(`\n!!! NODE ITSELF DIED in ${crashed.join(', ')}: these run once more.`);
  process.exitCode = (await run(crashed)).code;
}
