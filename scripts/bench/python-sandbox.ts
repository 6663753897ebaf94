import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { App } from '../../electron/app/services.ts';
import type { Bars } from '../../shared/bars/bars.ts';
import { floatsToBytes } from '../../shared/bars/column-bytes.ts';
import {
  addBars,
  click,
  closeApps,
  emptyContainer,
  openApp,
  request,
  run,
  untilWarm,
  verifiedRun,
} from './bench-app.ts';
import { randomMarket } from './market.ts';
import { at, milliseconds, row } from './table.ts';

const text = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const vectorised = text('../../examples/average_positions.py');
const barByBar = text('../../examples/sma_cross.py');
/** As many decisions without the work: what is left is getting bars in and decisions out. */
const idle = (decisions: number) => `import numpy as np
import pandas as pd


def positions(data):
    return pd.Series(np.arange(len(data)) * ${decisions} // len(data) % 2, index=data.index)
`;
const python = (source: string, datasetId?: string) =>
  request(source, { language: 'python', ...(datasetId === undefined ? {} : { datasetId }) });

const median = (times: readonly number[]) => at(times, 0.5);
const perSecond = (bars: number, time: number) =>
  Math.round((bars / time) * 1000).toLocaleString('en');

/** Python in the sandbox beside an empty container, beside an event loop, beside the same code bare. */
export async function pythonSandboxSection(): Promise<void> {
  try {
    const app = await openApp(1);
    // The first run builds the image where it must, and warms the app up.
    const { status, error, manifest } = await run(app, python(vectorised));
    if (status === 'no-sandbox') {
      row('Python in the sandbox', `not measured: ${error?.message}`);
      return;
    }
    const image = manifest.imageId ?? '';
    await clicks(app, image);
    console.log();
    await eventLoop(app, image);
    console.log();
    await aMillionBars(app, image);
  } finally {
    await closeApps();
  }
}

async function clicks(app: App, image: string): Promise<void> {
  const warm: number[] = [];
  const empty: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    await untilWarm(app);
    warm.push(await click(app, python(vectorised)));
    await untilWarm(app);
    empty.push(emptyContainer(image));
  }
  row('Python: warm click to verified result, 15 rounds', 'ratio', 'click', '`docker run … true`');
  row('---', '---:', '---:', '---:');
  compare('vectorised pandas, S&P 500 sample', median(warm), median(empty));
}

async function eventLoop(app: App, image: string): Promise<void> {
  const bars = randomMarket(200_000);
  const datasetId = await addBars(app, bars);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = -1; round < 5; round += 1) {
    await untilWarm(app);
    const { timings } = await verifiedRun(app, python(barByBar, datasetId));
    await untilWarm(app);
    const [loop] = runBare(image, 'event_loop.py', ['1'], columnsOf(bars, 'prices'));
    // The first round warms up.
    if (round < 0) continue;
    ours.push(timings.execute);
    theirs.push(loop);
  }
  const [one, other] = [median(ours), median(theirs)];
  row(
    'Python: event loop ÷ `on_bar`, bars in and decisions out included',
    'ratio',
    'loop',
    '`on_bar`',
  );
  row('---', '---:', '---:', '---:');
  compare('SMA crossover 10/30, 200,000 bars', other, one);
  row('bars a second', '', perSecond(200_000, other), perSecond(200_000, one));
}

async function aMillionBars(app: App, image: string): Promise<void> {
  const bars = randomMarket(1_000_000);
  const datasetId = await addBars(app, bars);
  const columns = columnsOf(bars, 'all');
  const [, decisions] = runBare(image, 'bare_positions.py', [vectorised], columns);
  const whole: number[] = [];
  const transfer: number[] = [];
  const bare: number[] = [];
  for (let round = -1; round < 7; round += 1) {
    await untilWarm(app);
    const worked = (await verifiedRun(app, python(vectorised, datasetId))).timings.execute;
    await untilWarm(app);
    const idled = (await verifiedRun(app, python(idle(decisions), datasetId))).timings.execute;
    await untilWarm(app);
    const [alone] = runBare(image, 'bare_positions.py', [vectorised], columns);
    // The first round warms up.
    if (round < 0) continue;
    whole.push(worked);
    transfer.push(idled);
    bare.push(alone);
  }
  const [work, way] = [median(bare), median(transfer)];
  row('Python: 1,000,000 bars, vectorised ÷ its parts', 'ratio', 'sandbox', 'parts');
  row('---', '---:', '---:', '---:');
  compare('bars in, the same code bare, decisions out', median(whole), work + way);
  row('the same code bare, in the same image', '', '', milliseconds(work));
  const name = `1,000,000 bars in and ${decisions.toLocaleString('en')} decisions out`;
  row(name, '', '', milliseconds(way));
}

function compare(name: string, one: number, other: number): void {
  row(name, `${(one / other).toFixed(2)}×`, milliseconds(one), milliseconds(other));
}

function columnsOf(
  { time, open, high, low, close, volume }: Bars,
  which: 'prices' | 'all',
): Buffer {
  const prices = [open, high, low, close];
  const columns = which === 'prices' ? prices : [time, ...prices, volume];
  return Buffer.concat(columns.map((column) => floatsToBytes(column)));
}

/** The milliseconds that a script of this folder takes in the image's own Python, and what it counted. */
function runBare(
  image: string,
  name: string,
  parameters: readonly string[],
  input: Buffer,
): [milliseconds: number, counted: number] {
  const container = ['run', '--rm', '--interactive', '--network', 'none', image];
  const command = ['/usr/bin/python3', '-c', text(`./${name}`), ...parameters];
  const { stdout, stderr, status } = spawnSync('docker', [...container, ...command], {
    input,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name} failed: ${stderr}`);
  return stdout.split(' ').map(Number) as [milliseconds: number, counted: number];
}
