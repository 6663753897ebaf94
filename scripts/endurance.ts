// npm run endurance [-- COUNT]: mixed runs in a row through one app on the computer's engine. Exits with 1
// when a container is left, a result is lost, an end is not the one that was due, or memory grows.
import { endure } from '../electron/app/testing/endurance.ts';
import { at, row } from './bench/table.ts';

const total = Number(process.argv[2] ?? 500);
if (!Number.isInteger(total) || total < 1) throw new Error('Give a whole number of runs.');
const collect = globalThis.gc;
if (collect === undefined) throw new Error('Start it with: npm run endurance');

/** The first runs load what all of them need; memory may not grow by more than this after them. */
const [settled, sample, mostGrowth] = [50, 50, 0.1];

const { rows, breaches, memory, seconds } = await endure({
  total,
  atOnce: 4,
  measureMemory: () => {
    collect();
    return process.memoryUsage.rss();
  },
  onRun: (count) => {
    if (count % 50 === 0) process.stderr.write(`${count} of ${total} runs\n`);
  },
});

row('Runs', 'count', 'ended as due');
row('---', '---:', '---:');
for (const { name, runs, asExpected } of rows) row(name, String(runs), String(asExpected));
console.log(`\n${total} runs in ${Math.round(seconds)} s, four clicks at a time.`);
const found = [...breaches];
if (total >= settled + 2 * sample) {
  const early = at(memory.slice(settled, settled + sample), 0.5);
  const late = at(memory.slice(-sample), 0.5);
  const growth = late / early - 1;
  const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
  const share = `${(growth * 100).toFixed(1)} %`;
  console.log(
    `Memory: ${megabytes(early)} after ${settled} runs, ${megabytes(late)} at the end (${share}).`,
  );
  if (growth > mostGrowth) found.push(`memory grew by ${share}`);
} else {
  console.log(`Memory is judged from ${settled + 2 * sample} runs on.`);
}
console.log(
  found.length === 0 ? 'No container left, no result lost, every end as due.' : found.join('\n'),
);
process.exitCode = found.length === 0 ? 0 : 1;
