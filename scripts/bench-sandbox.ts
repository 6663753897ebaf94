// npm run bench:sandbox: how long the containers take, beside what the engine itself takes to start an
// empty one, in turns in this one run. Needs a container engine; prints the table that the README shows.
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { defaultLimits } from '../shared/contract/models/run.ts';
import {
  addBars,
  click,
  closeApps,
  emptyContainer,
  openApp,
  request,
  run,
} from './bench/bench-app.ts';
import { randomMarket } from './bench/market.ts';
import { at, milliseconds, row } from './bench/table.ts';

const example = readFileSync(new URL('../examples/sma-cross.js', import.meta.url), 'utf8');
const endless = `import { Strategy } from 'stratbox';
export default class Endless extends Strategy {
  onBar(bar) { while (this) { if (bar.index < 0) break; } }
}
`;

const warmApp = await openApp(1);
const coldApp = await openApp(0);
const imageId = (await run(warmApp, request(example))).manifest.imageId ?? '';
await run(coldApp, request(example));

const warm: number[] = [];
const cold: number[] = [];
const empty: number[] = [];
for (let round = 0; round < 20; round += 1) {
  // An analyst looks at a result before the next click; meanwhile the next container starts.
  await pause(1000);
  warm.push(await click(warmApp, request(example)));
  await pause(1000);
  cold.push(await click(coldApp, request(example)));
  await pause(500);
  empty.push(emptyContainer(imageId));
}
const ofEmpty = (value: number) => `${(value / at(empty, 0.5)).toFixed(2)}×`;
row('Click to verified result, S&P 500 sample, 20 rounds', '÷ `docker run … true`', 'p50', 'p95');
row('---', '---:', '---:', '---:');
for (const [name, times] of [
  ['a container was waiting', warm],
  ['none was waiting', cold],
  ['`docker run --rm --network none IMAGE true`', empty],
] as const) {
  row(name, ofEmpty(at(times, 0.5)), milliseconds(at(times, 0.5)), milliseconds(at(times, 0.95)));
}

const gone: number[] = [];
const over: number[] = [];
for (let round = 0; round < 10; round += 1) {
  const cancelled = request(endless);
  const ended = run(warmApp, cancelled);
  await pause(800);
  const began = performance.now();
  await warmApp.dispatch('run.cancel', { runId: cancelled.runId });
  await ended;
  gone.push(performance.now() - began);
  const limits = { ...defaultLimits, timeLimitSeconds: 1 };
  const { error, timings } = await run(warmApp, request(endless, { limits }));
  if (error?.code !== 'time-limit') throw new Error(`It ended with ${error?.code}`);
  over.push(timings.execute - 1000);
}
console.log();
row('Endings, 10 rounds', 'p50', 'p95');
row('---', '---:', '---:');
row('Cancel to container gone', milliseconds(at(gone, 0.5)), milliseconds(at(gone, 0.95)));
row('Beyond a time limit of 1 s', milliseconds(at(over, 0.5)), milliseconds(at(over, 0.95)));

const datasetId = await addBars(warmApp, randomMarket(1_000_000));
const parameters = { fast: 50, slow: 200 };
const long: number[] = [];
const replays: number[] = [];
for (let round = 0; round < 5; round += 1) {
  await pause(1000);
  const { status, timings } = await run(warmApp, request(example, { datasetId, parameters }));
  if (status !== 'done') throw new Error(`It ended ${status}`);
  long.push(timings.execute);
  replays.push(timings.replay);
}
console.log();
row('1,000,000 bars through a container, 5 rounds', 'p50');
row('---', '---:');
row('Bars in, strategy, decisions out', milliseconds(at(long, 0.5)));
row('Replay on the host', milliseconds(at(replays, 0.5)));

await closeApps();
