import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { defaultLimits } from '../../shared/contract/models/run.ts';
import { startContainer } from '../../electron/app/sandbox/docker/container.ts';
import { diagnose } from '../../electron/app/sandbox/docker/doctor.ts';
import { createDockerSandbox } from '../../electron/app/sandbox/docker/index.ts';
import { thisMachine } from '../../electron/app/sandbox/docker/machine.ts';
import { readSeccompProfile } from '../../electron/app/sandbox/docker/seccomp-profile.ts';
import { isolationSettings } from '../../electron/app/sandbox/docker/settings.ts';

const imageFolder = path.resolve(import.meta.dirname, '..');
const { signal } = new AbortController();

/** The id of the Python image, built where it is not there yet: for a test's `beforeAll`. */
export async function preparePythonImage(): Promise<string> {
  const bundleFolder = path.resolve(imageFolder, '../out/sandbox');
  const { pythonImage } = createDockerSandbox({ instanceId: 'twins', imageFolder, bundleFolder });
  const found = await pythonImage.status();
  if (found.state === 'ready' && found.id !== null) return found.id;
  const built = await pythonImage.build({ signal, onProgress: () => undefined });
  if (built.id === null) throw new Error('The Python image was built and is not there');
  return built.id;
}

/**
 * Runs a program of this folder in one container of that image, under the real isolation, with
 * `lines` on its standard input; returns the lines that it printed.
 */
export async function runPython(
  imageId: string,
  program: string,
  lines: readonly string[],
): Promise<string[]> {
  const { engine, status } = await diagnose(thisMachine());
  if (engine === null) throw new Error(`Container tests need an engine. ${status.message}`);
  const instanceId = `twins-${process.pid}-${Date.now()}`;
  const text = await readFile(path.join(import.meta.dirname, program), 'utf8');
  const started = await startContainer(engine, {
    name: instanceId,
    imageId,
    limits: defaultLimits,
    settings: isolationSettings({
      imageId,
      command: ['/usr/bin/python3', '-s', '-B', '-X', 'utf8', '-c', text],
      labels: { 'stratbox.app': 'stratbox', 'stratbox.instance': instanceId },
      limits: defaultLimits,
      seccompProfile: await readSeccompProfile(imageFolder, 'none'),
      facts: engine.facts,
    }),
    signal,
    onLeftBehind: (name) => {
      throw new Error(`left behind: ${name}`);
    },
  });
  try {
    const output = readAll(started.output);
    // The end of standard input may not reach a container: the number of lines goes first.
    started.input.write([lines.length, ...lines, ''].join('\n'));
    const printed = await output;
    const { code, standardError } = await started.exited;
    if (code !== 0) throw new Error(`${program} ended with ${code}: ${standardError}`);
    return printed.trimEnd().split('\n');
  } finally {
    await started.destroy();
  }
}

async function readAll(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
