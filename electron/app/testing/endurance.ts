import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunRecord, RunRequest } from '../../../shared/contract/models/run.ts';
import { diagnose } from '../sandbox/docker/doctor.ts';
import type { Engine } from '../sandbox/docker/engine.ts';
import { labelNames, readOwner } from '../sandbox/docker/labels.ts';
import { thisMachine } from '../sandbox/docker/machine.ts';
import { createApp, type App } from '../services.ts';
import { exampleSource, runRequest, strategyWith } from './run-requests.ts';
import { createTraitorBundles, forgerySource } from './traitor-runner.ts';

interface Kind {
  readonly name: string;
  readonly source: string;
  /** How it has to end: `done`, `cancelled`, or the failure's code. */
  readonly end: string;
  readonly limits?: Partial<RunRequest['limits']>;
  /** What befalls it once it runs. */
  readonly fate?: 'cancel' | 'kill';
}

const endless = strategyWith('while (this) { if (bar.index < 0) break; }');
const bomb =
  'this.hoard ??= []; while (this.hoard) { this.hoard.push(Array(1e5).fill(bar.index)); if (bar.index < 0) break; }';

/** In the shares of an analyst's bad day: most runs are well, the others fail in every way there is. */
export const enduranceKinds: readonly Kind[] = [
  { name: 'fast', source: exampleSource('buy-and-hold'), end: 'done' },
  {
    name: 'throws',
    source: strategyWith("if (bar.index === 57) throw new Error('boom');"),
    end: 'strategy-error',
  },
  { name: 'an example', source: exampleSource('sma-cross'), end: 'done' },
  { name: 'hangs', source: endless, end: 'time-limit', limits: { timeLimitSeconds: 1 } },
  { name: 'fast again', source: exampleSource('monthly-rebalance'), end: 'done' },
  { name: 'killed from outside', source: endless, end: 'killed', fate: 'kill' },
  { name: 'cancelled', source: endless, end: 'cancelled', fate: 'cancel' },
  {
    name: 'floods the output',
    source: strategyWith("console.log('x'.repeat(60_000));"),
    end: 'done',
  },
  {
    name: 'fills the memory',
    source: strategyWith(bomb),
    end: 'out-of-memory',
    limits: { memoryMegabytes: 256 },
  },
  {
    name: 'forges frames',
    source: forgerySource('a result without its decisions'),
    end: 'protocol-violation',
  },
  { name: 'forges a flood', source: forgerySource('300 MB of lines'), end: 'output-limit' },
];

export interface Endurance {
  /** How often each kind ran, and how often it ended as it had to. */
  readonly rows: readonly {
    readonly name: string;
    readonly runs: number;
    readonly asExpected: number;
  }[];
  readonly breaches: readonly string[];
  /** Resident memory after each run in bytes; empty where memory is not measured. */
  readonly memory: readonly number[];
  readonly seconds: number;
}

interface EnduranceOptions {
  readonly total: number;
  /** How many clicks wait for their end at the same time; the queue lets as many go on as it likes. */
  readonly atOnce: number;
  /** Resident memory now, after collecting what is not needed. */
  readonly measureMemory?: () => number;
  readonly onRun?: (count: number) => void;
}

/** Mixed runs in a row through one whole app, with waiting containers, on the computer's engine. */
export async function endure(options: EnduranceOptions): Promise<Endurance> {
  const { total, atOnce, measureMemory } = options;
  const { engine, status } = await diagnose(thisMachine());
  if (engine === null) throw new Error(`${status.message} ${status.hint}`);
  const traitor = createTraitorBundles();
  const home = mkdtempSync(join(tmpdir(), 'stratbox-endurance-'));
  const app = await createApp({ host: 'web', home, bundles: traitor.folder });
  const breaches: string[] = [];
  const memory: number[] = [];
  const rows = enduranceKinds.map(({ name }) => ({ name, runs: 0, asExpected: 0 }));
  const ended: { runId: string; status: string }[] = [];
  let imageId: string | null = null;
  const began = performance.now();
  try {
    imageId = (await execute(app, runRequest(exampleSource('buy-and-hold'), { sandbox: 'docker' })))
      .manifest.imageId;
    let next = 0;
    const work = async () => {
      while (next < total) {
        const number = (next += 1);
        const place = (number - 1) % enduranceKinds.length;
        const kind = enduranceKinds[place] as Kind;
        const row = rows[place];
        const { record, runId } = await runOne(app, engine, kind, number);
        const end = record.status === 'failed' ? record.error?.code : record.status;
        if (row !== undefined) {
          row.runs += 1;
          if (end === kind.end) row.asExpected += 1;
          else
            breaches.push(`run ${number} (${kind.name}) ended as ${end}: ${record.error?.message}`);
        }
        ended.push({ runId, status: record.status });
        if (measureMemory !== undefined) memory.push(measureMemory());
        options.onRun?.(ended.length);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    for (const { runId, status: known } of ended) {
      const kept = await app.dispatch('history.read', { runId });
      if (!kept.ok || (kept.value as RunRecord).status !== known)
        breaches.push(`run ${runId} is lost`);
    }
  } finally {
    await app.close();
    const left = await ownContainers(engine);
    if (left.length > 0) breaches.push(`${left.length} containers are left`);
    if (imageId !== null) await engine.docker.getImage(imageId).remove({ force: true });
    rmSync(home, { recursive: true, force: true });
    traitor.remove();
  }
  return { rows, breaches, memory, seconds: (performance.now() - began) / 1000 };
}

async function runOne(app: App, engine: Engine, kind: Kind, number: number) {
  const request = runRequest(kind.source, { sandbox: 'docker' });
  const limits = { ...request.limits, ...kind.limits };
  // A size of its own: made for this run alone, so that its container can be told by its label.
  if (kind.fate === 'kill') limits.memoryMegabytes = 300 + (number % 1000);
  const unsubscribe = app.subscribe((name, payload) => {
    if (name !== 'run.progressed' || !('stage' in payload)) return;
    if (payload.runId !== request.runId || payload.stage !== 'running') return;
    unsubscribe();
    if (kind.fate === 'cancel') void app.dispatch('run.cancel', { runId: request.runId });
    if (kind.fate === 'kill') void killContainer(engine, request.runId);
  });
  const record = await execute(app, { ...request, limits });
  unsubscribe();
  return { record, runId: request.runId };
}

async function execute(app: App, request: RunRequest): Promise<RunRecord> {
  const reply = await app.dispatch('run.execute', request);
  if (!reply.ok) throw new Error(`${reply.error.message} ${reply.error.hint}`);
  return reply.value as RunRecord;
}

async function killContainer(engine: Engine, runId: string): Promise<void> {
  const filters = { label: [`${labelNames.run}=${runId}`] };
  const [found] = await engine.docker.listContainers({ filters });
  if (found !== undefined) await engine.docker.getContainer(found.Id).kill();
}

async function ownContainers(engine: Engine): Promise<string[]> {
  const filters = { label: [`${labelNames.app}=stratbox`] };
  const listed = await engine.docker.listContainers({ all: true, filters });
  return listed
    .filter(({ Labels }) => readOwner(Labels[labelNames.owner])?.processId === process.pid)
    .map(({ Id }) => Id);
}
