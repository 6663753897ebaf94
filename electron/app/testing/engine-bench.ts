import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import type { RunRecord, RunRequest } from '../../../shared/contract/models/run.ts';
import { findLocations } from '../locations.ts';
import type { Engine } from '../sandbox/docker/engine.ts';
import { createDockerSandbox } from '../sandbox/docker/index.ts';
import { labelNames, readOwner } from '../sandbox/docker/labels.ts';
import type { AppProcess } from './app-process.ts';
import { exampleSource, runRequest, strategyWith } from './open-test-app.ts';
import { createOwnEngine, loadImage, saveImage, type OwnEngine } from './own-engine.ts';

/** An engine of this file's own that holds the sandbox image, and that every app of the file uses. */
export interface EngineBench {
  readonly own: OwnEngine;
  readonly engine: Engine;
  /** The sandbox image of this version. */
  readonly tag: string;
  /** Brings the image back that a test took away. */
  readonly loadImage: () => Promise<void>;
}
type Writable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

/** Nothing answers there, so that a build fails at once whatever network the computer has. */
export const unreachableBase = '127.0.0.1:1/absent:none';

/** Starts it before the file's tests and ends it after them. `isImpossible`: they are skipped. */
export function useEngineBench(isImpossible: boolean): EngineBench {
  const bench: Partial<Writable<EngineBench>> = {};
  beforeAll(async () => {
    if (isImpossible) return;
    bench.tag = await readyTag();
    bench.own = await createOwnEngine();
    const engine = await bench.own.start();
    bench.engine = engine;
    const archive = path.join(bench.own.folder, 'image.tar');
    await saveImage(bench.tag, archive);
    bench.loadImage = () => loadImage(archive, engine);
    await bench.loadImage();
    vi.stubEnv('DOCKER_HOST', bench.own.address);
    vi.stubEnv('STRATBOX_BASE_IMAGE', unreachableBase);
  });
  // A test that failed in the middle of its fault must not hand it on to the next one.
  afterEach(() => bench.own?.start());
  afterAll(async () => {
    vi.unstubAllEnvs();
    await bench.own?.close();
  });
  return bench as EngineBench;
}

/** The image for this version, built in the usual engine where it is not there yet. */
async function readyTag(): Promise<string> {
  const { image, bundles } = findLocations();
  const usual = createDockerSandbox({ instanceId: '', imageFolder: image, bundleFolder: bundles });
  const status = await usual.image.status();
  if (status.state === 'ready') return status.tag;
  const { signal } = new AbortController();
  return (await usual.image.build({ signal, onProgress: () => undefined })).tag;
}

export const quickRun = (changes: Partial<RunRequest> = {}) =>
  runRequest(exampleSource('buy-and-hold'), { sandbox: 'docker', ...changes });
export const endlessRun = () =>
  runRequest(strategyWith('while (this) { if (bar.index < 0) break; }'), { sandbox: 'docker' });

type RunningApp = Pick<AppProcess, 'call'> & {
  readonly events: readonly { readonly payload: unknown }[];
};

/** A run that computes and will not end by itself soon. */
export async function startEndlessRun({ call, events }: RunningApp) {
  const request = endlessRun();
  const ended = call('run.execute', request);
  const isRunning = (payload: unknown) => {
    const { runId, stage } = payload as { runId?: string; stage?: string };
    return runId === request.runId && stage === 'running';
  };
  await vi.waitUntil(() => events.some(({ payload }) => isRunning(payload)), { timeout: 10_000 });
  await new Promise((resolve) => setTimeout(resolve, 300));
  return { runId: request.runId, ended };
}

/** Every fault comes to its end in this time, and says what happened and what to do next. */
export async function definiteEnd(run: Promise<RunRecord>): Promise<RunRecord> {
  const began = performance.now();
  const record = await run;
  expect(performance.now() - began).toBeLessThan(5000);
  if (record.status !== 'done') {
    expect(record.error?.message).toMatch(/^[A-Z].{20,}/s);
    expect(record.error?.hint).toMatch(/^[A-Z].{10,}/s);
  }
  return record;
}

/** After the fault the same app, not started again, runs in a container as if nothing had been. */
export async function expectRecovery({ call }: Pick<AppProcess, 'call'>) {
  const { status, sandbox, error } = await call('run.execute', quickRun());
  expect({ status, kind: sandbox.kind, error }).toEqual({
    status: 'done',
    kind: 'docker',
    error: null,
  });
}

/** The containers of the apps of one process. */
export async function containersOf({ engine }: EngineBench, processId: number): Promise<string[]> {
  const filters = { label: [`${labelNames.app}=stratbox`] };
  const listed = await engine.docker.listContainers({ all: true, filters });
  return listed
    .filter(({ Labels }) => readOwner(Labels[labelNames.owner])?.processId === processId)
    .map(({ Id }) => Id);
}
