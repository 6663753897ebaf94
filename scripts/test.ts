// All tests: `npm test`. Prepares what they need where it can, says loudly what it cannot.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { diagnose } from '../electron/app/sandbox/docker/doctor.ts';
import { createDockerSandbox } from '../electron/app/sandbox/docker/index.ts';
import { thisMachine } from '../electron/app/sandbox/docker/machine.ts';
import { languages, type Language } from '../shared/validation/types.ts';
import { startEngine, stopEngine } from './engine.ts';
import { hasLocalBase, localBaseObstacle, makeLocalBase } from './local-base.ts';
import { endScripts, hasBrowser, runScript, type StepResult } from './test-steps.ts';
import type { Totals } from './test-totals.ts';

const inCi = /^(1|true)$/i.test(process.env['CI'] ?? '');
const root = path.resolve(import.meta.dirname, '..');
const results: StepResult[] = [];
const notRun: string[] = [];
let startedEngine: string | undefined;

/** Makes an engine answer where it can. Resolves to why not, or to null. */
async function prepareEngine(): Promise<string | null> {
  const { status } = await diagnose(thisMachine());
  if (status.state === 'ready') {
    console.log(status.message);
    return null;
  }
  try {
    await startEngine((pidFile) => {
      startedEngine = pidFile;
    });
    console.log('Started a container engine for the tests.');
    return null;
  } catch (error) {
    return `${status.message} ${status.hint} (${(error as Error).message})`;
  }
}

/** Builds a language's sandbox image as the app does; without a registry, from a local base. */
async function prepareImage(language: Language): Promise<string | null> {
  const sandbox = createDockerSandbox({
    instanceId: randomUUID(),
    imageFolder: path.join(root, 'docker'),
    bundleFolder: path.join(root, 'out', 'sandbox'),
  });
  const image = language === 'python' ? sandbox.pythonImage : sandbox.image;
  const build = async () => {
    const { signal } = new AbortController();
    await image.build({ signal, onProgress: ({ line }) => console.log(`  ${line}`) });
  };
  if ((await image.status()).state === 'ready') return null;
  try {
    await build();
    return null;
  } catch (error) {
    const { engine } = await diagnose(thisMachine());
    const reason = (error as Error).message;
    const obstacle = await localBaseObstacle();
    if (engine === null || (await hasLocalBase(engine, language))) return reason;
    if (obstacle !== null) return `${reason} ${obstacle}`;
    console.log(`${reason}\nMaking a local base image instead.`);
    await makeLocalBase(engine, language);
    await build();
    return null;
  }
}

async function prepareImages(): Promise<string | null> {
  for (const language of languages) {
    const obstacle = await prepareImage(language);
    if (obstacle !== null) return obstacle;
  }
  return null;
}

async function main(): Promise<void> {
  results.push(await runScript('check'));
  const built = await runScript('build');
  if (!built.ok) results.push(built);

  const missing = (await prepareEngine()) ?? (await prepareImages().catch(String));
  if (missing === null) results.push(await runScript('test:containers'));
  else notRun.push(`container tests: ${missing}`);

  if (await hasBrowser()) results.push(await runScript('test:e2e'));
  else notRun.push('end-to-end tests: no Chromium. On Debian: sudo apt-get install chromium');
}

let finished: Promise<void> | undefined;
function finish(): Promise<void> {
  endScripts();
  return (finished ??= startedEngine ? stopEngine(startedEngine) : Promise.resolve());
}

const interrupt = () => void finish().finally(() => process.exit(130));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupt);
// npm hands a signal to its shell, which dies without handing it on: then this process is an orphan.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && interrupt(), 1000).unref();
try {
  await main();
} finally {
  await finish();
}

// Once more at the end: above, a failure of the first step has thousands of lines after it.
for (const failure of results.flatMap(({ failures }) => failures)) console.log(`\n${failure}`);
for (const what of notRun) console.log(`\n!!! COULD NOT RUN ${what}`);
const sum = (name: keyof Totals) => results.reduce((total, result) => total + result[name], 0);
if (sum('flaky') > 0) {
  console.log(`\n!!! ${sum('flaky')} PASSED AT THE SECOND TRY ONLY: look for "flaky" above`);
}
console.log(`\nstratbox: ${sum('passed')} passed, ${sum('failed')} failed`);
// On a developer's machine a missing engine is said; in CI it is a failure.
process.exitCode = sum('failed') > 0 || (inCi && notRun.length > 0) ? 1 : 0;
