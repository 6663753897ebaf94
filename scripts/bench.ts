// npm run bench: every figure is a ratio of two things measured side by side in this one run, because
// machines are shared and noisy. Prints the tables that the README shows.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Bars } from '../shared/bars/bars.ts';
import { createMarket } from '../shared/bars/market.ts';
import { defaultSettings } from '../shared/engine/settings.ts';
import { driveStrategy } from '../shared/strategy/driver.ts';
import { floorBacktest } from './bench/floor.ts';
import { randomMarket } from './bench/market.ts';
import { numpyBacktest } from './bench/numpy.ts';
import { manyTrades } from './bench/many-trades.ts';
import { pythonSandboxSection } from './bench/python-sandbox.ts';
import { sideBySide } from './bench/side-by-side.ts';
import { silent } from './bench/silent.ts';
import * as smaCross from './bench/sma-cross.ts';
import { milliseconds, row } from './bench/table.ts';

const settings = defaultSettings;
const cost = 0.0005;

function engine(bars: readonly Bars[], fast: number, slow: number, reuseBar = true) {
  const market = createMarket(bars.map((one) => ({ bars: one })));
  const parameters = { fast, slow };
  return () => driveStrategy(smaCross, { market, parameters, settings, reuseBar }, silent);
}

row('SMA crossover, engine ÷ hand-written loop', 'ratio', 'engine', 'loop');
row('---', '---:', '---:', '---:');
const times = new Map<number, number>();
const numpyRows: string[][] = [];
for (const [fast, slow] of [
  [50, 200],
  [10, 30],
] as const) {
  for (const count of [1_000_000, 100_000]) {
    const bars = randomMarket(count);
    const run = engine([bars], fast, slow);
    const floor = () => floorBacktest(bars, fast, slow, cost);
    demandEqual(run().equity.at(-1) as number, floor().equity.at(-1) as number);
    const { ratio, first, second } = sideBySide(run, floor, count === 100_000 ? 101 : 15);
    if (fast === 50) times.set(count, first);
    if (fast === 50) besideNumpy(bars, fast, slow, first);
    const name = `${count.toLocaleString('en')} bars, ${fast}/${slow}, ${run().fills.length} fills`;
    row(name, `${ratio.toFixed(2)}×`, milliseconds(first), milliseconds(second));
  }
}

console.log();
row('Engine ÷ numpy, vectorised', 'ratio', 'engine', 'numpy');
row('---', '---:', '---:', '---:');
for (const cells of numpyRows) row(...cells);

console.log();
row('Engine ÷ engine', 'ratio', 'first', 'second');
row('---', '---:', '---:', '---:');
const growth = (times.get(1_000_000) as number) / (times.get(100_000) as number);
row('1,000,000 ÷ 100,000 bars', `${growth.toFixed(1)}×`, '', '');
const oneMillion = engine([randomMarket(1_000_000)], 50, 200, false);
for (const symbols of [10, 100]) {
  const many = Array.from({ length: symbols }, (_, index) => ({
    ...randomMarket(1_000_000 / symbols),
    symbol: `S${index}`,
  }));
  const { ratio, first, second } = sideBySide(engine(many, 50, 200, false), oneMillion, 7);
  row(
    `${symbols} symbols ÷ 1 symbol, 1,000,000 bars in all`,
    `${ratio.toFixed(2)}×`,
    milliseconds(first),
    milliseconds(second),
  );
}
const small = engine([randomMarket(2500)], 50, 200);
for (let warm = 0; warm < 200; warm += 1) small();
const { first: short } = sideBySide(small, small, 51);
row('2,500 bars in a warm process', '', milliseconds(short), '');

console.log();
row('Resident memory at 1,000,000 bars, engine ÷ loop', 'ratio', 'engine', 'loop');
row('---', '---:', '---:', '---:');
const [withEngine, withLoop] = ['engine', 'loop'].map(residentBytes) as [number, number];
const megabytes = (bytes: number) => `${(bytes / 1024 ** 2).toFixed(0)} MB`;
row(
  'own process each',
  `${(withEngine / withLoop).toFixed(2)}×`,
  megabytes(withEngine),
  megabytes(withLoop),
);

console.log();
row('All metrics', 'ratio', 'time', 'engine run of the same 100,000 bars');
row('---', '---:', '---:', '---:');
const { metrics, run, trades } = manyTrades();
const beside = sideBySide(metrics, run, 9);
row(
  `${trades.toLocaleString('en')} trades`,
  `${beside.ratio.toFixed(2)}×`,
  milliseconds(beside.first),
  milliseconds(beside.second),
);

console.log();
await pythonSandboxSection();

/** Python cannot run in this process, so its passes come right after the engine's, not in turn. */
function besideNumpy(bars: Bars, fast: number, slow: number, ours: number): void {
  const theirs = numpyBacktest(bars, fast, slow, cost, 15);
  const name = `${bars.time.length.toLocaleString('en')} bars, ${fast}/${slow}`;
  if (theirs === undefined) {
    numpyRows.push([name, 'not measured: no numpy here', milliseconds(ours), '']);
    return;
  }
  demandEqual(theirs.equity, floorBacktest(bars, fast, slow, cost).equity.at(-1) as number);
  const ratio = `${(ours / theirs.time).toFixed(2)}×`;
  numpyRows.push([name, ratio, milliseconds(ours), milliseconds(theirs.time)]);
}

/** Two programs that do not come to the same money did not do the same work. */
function demandEqual(one: number, other: number): void {
  const apart = Math.abs(one - other);
  if (!(apart < 1e-6 * other))
    throw new Error(`The two disagree by ${apart}: a ratio means nothing`);
}

function residentBytes(which: string): number {
  const script = fileURLToPath(new URL('./bench/memory.ts', import.meta.url));
  const runs = Array.from({ length: 5 }, () => {
    const flags = ['--disable-warning=ExperimentalWarning', script, which];
    return Number(spawnSync(process.execPath, flags, { encoding: 'utf8' }).stdout);
  });
  return runs.sort((a, b) => a - b)[2] as number;
}
