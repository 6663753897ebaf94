import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { frameTypes } from '../../../shared/frames/codec.ts';
import { findLocations } from '../locations.ts';

/**
 * What a container sends in place of a run, once strategy code has taken its runner over: expressions
 * of the runner's own JavaScript, for a line of 100 MB is made where it is sent.
 */
export const forgeries = {
  'bytes that are no frame': `Buffer.from('I am not a frame at all')`,
  'a frame of no known type': `frame(99, '')`,
  'a frame that announces 4 GB': `Buffer.from([255, 255, 255, 255, type.log])`,
  'a job of its own': `json(type.job, {})`,
  'a result without its decisions': `done(7)`,
  'a decision that is NaN': `frame(type.decisions, '[{"bar":3,"kind":"quantity","amount":NaN}]')`,
  'a decision that is null': `buy(3, null)`,
  'a decision that is infinite': `frame(type.decisions, '[{"bar":3,"kind":"quantity","amount":1e999}]')`,
  'a decision after the last bar': `buy(1e6, 1)`,
  'a decision before the first bar': `buy(-1, 1)`,
  'a plot longer than the data': `json(type.plot, { name: 'x', start: 5100, values: Array(100).fill(1) })`,
  'a strategy class that was shown no account': `json(type.done, { decisionCount: 0, equityChecksum: null })`,
  'two results': `Buffer.concat([result(value(1)), result(value(2)), done(0)])`,
  'a result of NaN': `frame(type.result, '{"result":{"kind":"value","value":NaN},"error":null}')`,
  'a result of infinity': `frame(type.result, '{"result":{"kind":"value","value":1e999},"error":null}')`,
  'a result that is no result': `result({ kind: 'page', html: '<b>' })`,
  'a result of two million rows': `result(table(Array(2e6).fill(1)))`,
  'a result of 1,001 rows': `result(table(Array(1001).fill(1)))`,
  'a result of 51 columns': `result(table(...Array(51).fill([1])))`,
  'a result whose columns differ in length': `result(table([1, 2], [1]))`,
  'a result with fewer rows than it has': `result({ ...table([1, 2]), rowCount: 1 })`,
  'a result of texts among numbers': `result(table([1, 'x']))`,
  'a result after its end': `Buffer.concat([done(0), result(value(1))])`,
  'a result of markup': `Buffer.concat([result(value('<img src=x onerror=alert(1)>\\u001b[2J')), done(0)])`,
  'JSON 10,000 deep': `frame(type.decisions, '['.repeat(1e4) + ']'.repeat(1e4))`,
  'an object 10,000 deep': `frame(type.decisions, '[{"bar":'.repeat(1e4) + '1' + '}]'.repeat(1e4))`,
  'something after its end': `Buffer.concat([done(0), done(0)])`,
  'text that is not UTF-8': `frame(type.log, Buffer.from([255, 254, 253]))`,
  'a line of 100 MB': `line('x'.repeat(1e8))`,
  'a line of 3 MB': `line('x'.repeat(3e6))`,
  '300 MB of bytes': `Buffer.alloc(3e8, 120)`,
  '300 MB of lines': `repeated(5000, line('x'.repeat(60000)))`,
  'a decision of 1e308': `Buffer.concat([buy(3, 1e308), done(1)])`,
  'an account that is not its own': `Buffer.concat([buy(3, 1), done(1)])`,
  'escapes and markup in a line': `Buffer.concat([line('\\u001b[2J\\u009b31m<img src=x onerror=alert(1)>\\u202e'), done(0)])`,
} as const;
export type ForgeryName = keyof typeof forgeries;
export const forgeryNames = Object.keys(forgeries) as ForgeryName[];

/** A text that every check lets through; only the traitor knows the word in it. */
export function forgerySource(name: ForgeryName): string {
  return `// forge: ${name}
import { Strategy } from 'stratbox';
export default class Honest extends Strategy {
  onBar(bar) {
    if (bar.index === 3) this.buy(1);
  }
}
`;
}

/** Acts when the job has been read, as a successful escape from the strategy's context would. */
const treason = `
import { writeSync as send } from 'node:fs';
const type = ${JSON.stringify(frameTypes)};
const frame = (kind, payload) => {
  const body = Buffer.from(payload);
  const head = Buffer.alloc(5);
  head.writeUInt32LE(body.length);
  head[4] = kind;
  return Buffer.concat([head, body]);
};
const json = (kind, value) => frame(kind, JSON.stringify(value));
const line = (text) => json(type.log, { level: 'log', text, bar: 0 });
const buy = (bar, amount) => json(type.decisions, [{ bar, kind: 'quantity', amount }]);
const done = (decisionCount) => json(type.done, { decisionCount, equityChecksum: '0123456789abcdef' });
const result = (given) => json(type.result, { result: given, error: null });
const value = (given) => ({ kind: 'value', value: given });
const table = (...columns) => ({
  kind: 'table', indexCount: 0, rowCount: columns[0].length, columnCount: columns.length,
  columns: columns.map((values) => ({ name: 'x', kind: 'number', values })),
});
const repeated = (times, piece) => ({ times, piece });
const forgeries = { ${forgeryNames.map((name) => `'${name}': () => ${forgeries[name]}`).join(',\n')} };
const sendAll = (bytes) => {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += send(1, bytes, at);
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
    }
  }
};
const parse = JSON.parse;
JSON.parse = (...values) => {
  const value = parse(...values);
  const [, name] = /^\\/\\/ forge: (.+)/.exec(value?.source ?? '') ?? [];
  if (name === undefined) return value;
  const made = forgeries[name]();
  if (made.times === undefined) sendAll(made);
  else for (let count = 0; count < made.times; count += 1) sendAll(made.piece);
  process.exit(0);
};
`;

/** A folder of bundles whose runner is the real one until a source orders a forgery. */
export function createTraitorBundles(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'stratbox-traitor-'));
  cpSync(findLocations().bundles, folder, { recursive: true });
  const runner = join(folder, 'runner.js');
  writeFileSync(runner, treason + readFileSync(runner, 'utf8'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
