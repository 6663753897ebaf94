// Makes the base images of the sandbox on a Debian-like machine without a registry: `npm run local-base`.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { diagnose } from '../electron/app/sandbox/docker/doctor.ts';
import type { Engine } from '../electron/app/sandbox/docker/engine.ts';
import { localBaseTags } from '../electron/app/sandbox/docker/image-recipes.ts';
import { isInstalled, thisMachine } from '../electron/app/sandbox/docker/machine.ts';
import { languages, type Language } from '../shared/validation/types.ts';

const release = 'trixie';

/** True where the recipe can work; the reason otherwise. */
export async function localBaseObstacle(): Promise<string | null> {
  const machine = thisMachine();
  if (machine.platform !== 'linux') return 'A local base can be made on Linux only.';
  return (await isInstalled(machine, ['mmdebstrap']))
    ? null
    : 'mmdebstrap is not installed. On Debian: sudo apt-get install mmdebstrap';
}

/**
 * A minimal Debian with what a language needs: the project's own Node 24 (about 20 s), or Debian's
 * Python and its packages (about 90 s).
 */
export async function makeLocalBase(engine: Engine, language: Language): Promise<void> {
  const obstacle = await localBaseObstacle();
  if (obstacle !== null) throw new Error(obstacle);
  const contents = contentsOf(language);
  const folder = await mkdtemp(path.join(tmpdir(), 'stratbox-base-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  // An interrupted process skips `finally`; hundreds of megabytes must not stay behind.
  process.once('exit', removeFolder);
  try {
    const archive = path.join(folder, 'base.tar');
    await run('mmdebstrap', ['--variant=minbase', ...contents, release, archive]);
    const [repo, tag] = localBaseTags[language].split(':');
    const answer = await engine.docker.importImage(createReadStream(archive), { repo, tag });
    await readToEnd(answer);
  } finally {
    process.off('exit', removeFolder);
    removeFolder();
  }
}

function contentsOf(language: Language): string[] {
  if (language === 'javascript') {
    return [
      '--include=ca-certificates,libstdc++6',
      `--customize-hook=copy-in ${projectNode()} /usr/local/bin`,
    ];
  }
  const list = path.resolve(import.meta.dirname, '../docker/python/debian-packages.txt');
  return [`--include=${readFileSync(list, 'utf8').trim().split('\n').join(',')}`];
}

export async function hasLocalBase(engine: Engine, language: Language): Promise<boolean> {
  const reference = [localBaseTags[language]];
  const images = await engine.docker.listImages({ filters: { reference } });
  return images.length > 0;
}

/** The binary that the `node` package installed; the system's Node may be another version. */
function projectNode(): string {
  const node = path.resolve(import.meta.dirname, '../node_modules/node/bin/node');
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  if (!version.startsWith('v24.'))
    throw new Error(`${node} is ${version}, not Node 24: run npm ci.`);
  return node;
}

async function run(program: string, parameters: readonly string[]): Promise<void> {
  const child = spawn(program, parameters, { stdio: ['ignore', 'inherit', 'inherit'] });
  const end = () => void child.kill();
  process.once('exit', end);
  const [code] = (await once(child, 'exit')) as [number | null];
  process.off('exit', end);
  if (code !== 0) throw new Error(`${program} failed (exit code ${code ?? 'none'}); see above.`);
}

/** The engine reports a failed import inside its answer, after status 200. */
async function readToEnd(answer: NodeJS.ReadableStream): Promise<void> {
  let text = '';
  for await (const chunk of answer) text += String(chunk);
  const failure = /"error":\s*("(?:[^"\\]|\\.)*")/.exec(text)?.[1];
  if (failure)
    throw new Error(`The engine did not import the base: ${String(JSON.parse(failure))}`);
}

async function main(force: boolean): Promise<void> {
  const { engine, status } = await diagnose(thisMachine());
  if (engine === null) throw new Error(`${status.message} ${status.hint}`);
  for (const language of languages) {
    const tag = localBaseTags[language];
    if (!force && (await hasLocalBase(engine, language))) {
      console.log(`${tag} is there already; "npm run local-base -- --force" makes it anew.`);
      continue;
    }
    await makeLocalBase(engine, language);
    console.log(`${tag} is ready; the app now builds a sandbox image from it.`);
  }
}

if (import.meta.main) {
  try {
    await main(process.argv.includes('--force'));
  } catch (error) {
    console.error(`local-base: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
