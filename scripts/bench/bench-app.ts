import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bars } from '../../shared/bars/bars.ts';
import { createApp, type App } from '../../electron/app/services.ts';
import {
  defaultLimits,
  type RunRecord,
  type RunRequest,
} from '../../shared/contract/models/run.ts';
import type { SandboxStatus } from '../../shared/contract/models/sandbox.ts';
import { defaultPreferences } from '../../shared/contract/models/workspace.ts';
import { barsToCsv } from './bars-to-csv.ts';

const apps: App[] = [];
const homes: string[] = [];
/** The app as the window has it, with so many containers waiting for the next run. */
export async function openApp(waiting: number): Promise<App> {
  const home = mkdtempSync(join(tmpdir(), 'stratbox-bench-'));
  homes.push(home);
  const app = await createApp({ host: 'web', home });
  apps.push(app);
  const warmContainers = { count: waiting, idleMinutes: 15 };
  await app.dispatch('preferences.update', { warmContainers });
  return app;
}

/** What the window asks for when Run is clicked. */
export function request(source: string, changes: Partial<RunRequest> = {}): RunRequest {
  const { settings, datasetId, moreDatasetIds, tableIds, interval, prices, trials } =
    defaultPreferences;
  return {
    ...{ runId: randomUUID(), name: 'benchmark', source, language: 'javascript', parameters: {} },
    ...{ settings, datasetId, moreDatasetIds, tableIds, interval, prices, trials },
    limits: defaultLimits,
    sandbox: 'docker',
    ...changes,
  };
}

export async function run(app: App, changes: RunRequest): Promise<RunRecord> {
  const reply = await app.dispatch('run.execute', changes);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value as RunRecord;
}

/** Runs and demands a verified result. */
export async function verifiedRun(app: App, asked: RunRequest): Promise<RunRecord> {
  const record = await run(app, asked);
  if (record.status !== 'done' || record.badges.verified.state !== 'passed')
    throw new Error(`It ended ${record.status}: ${record.error?.message}`);
  return record;
}

/** Waits until a container waits for the next run, as one does when an analyst has looked at a result. */
export async function untilWarm(app: App): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    await pause(500);
    const reply = await app.dispatch('sandbox.status', {});
    if (reply.ok && (reply.value as SandboxStatus).waiting > 0) return;
  }
  throw new Error('No container waits for the next run');
}

/** From the click to the verified record, in milliseconds. */
export async function click(app: App, asked: RunRequest): Promise<number> {
  const began = performance.now();
  await verifiedRun(app, asked);
  return performance.now() - began;
}

/** Adds the bars to the app's catalog. Resolves to the data set's id. */
export async function addBars(app: App, bars: Bars): Promise<string> {
  const imported = await app.dispatch('catalog.import', {
    fileName: 'bars.csv',
    ...barsToCsv(bars),
  });
  if (!imported.ok) throw new Error(imported.error.message);
  return (imported.value as { id: string }).id;
}

/** What the engine itself takes to run nothing in the image, in milliseconds. */
export function emptyContainer(image: string): number {
  const began = performance.now();
  const command = ['run', '--rm', '--network', 'none', '--entrypoint', '/usr/bin/true', image];
  if (spawnSync('docker', command).status !== 0) throw new Error('docker run failed');
  return performance.now() - began;
}

export async function closeApps(): Promise<void> {
  await Promise.all(apps.map((app) => app.close()));
  for (const home of homes) rmSync(home, { recursive: true, force: true });
}
