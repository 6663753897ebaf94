import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { futureThief } from './testing/future-thief.fixture.ts';

const here = (path: string) => new URL(path, import.meta.url).href;

/**
 * What a process of its own does: hardening changes every global there is. With `hardened` false the
 * strategy runs the same way in globals that are not hardened, which shows that the attack works.
 */
const program = `
const [source, hardened] = process.argv.slice(1);
const { hardenGlobals } = await import(${JSON.stringify(here('./harden.ts'))});
const { driveStrategy } = await import(${JSON.stringify(here('./driver.ts'))});
const { createMarket } = await import(${JSON.stringify(here('../bars/market.ts'))});
const { defaultSettings } = await import(${JSON.stringify(here('../engine/settings.ts'))});
await import(${JSON.stringify(here('./api.ts'))});
const print = console.log.bind(console);
const column = Float64Array.from({ length: 200 }, (_, index) => 100 + (index % 7));
const time = column.map((_, index) => index * 86_400_000);
const bars = { symbol: 'T', time, open: column, high: column, low: column, close: column, volume: column };
const market = createMarket([{ bars }]);
if (hardened === 'true') hardenGlobals();
const observer = { onStarted() {}, onProgress() {}, progressEvery: 1000, onDecision() {} };
try {
  const strategy = await import('data:text/javascript,' + encodeURIComponent(source));
  driveStrategy(strategy, { market, parameters: {}, settings: defaultSettings }, observer);
  print('ran');
} catch (error) {
  print(String(error));
}
`;

async function lastLineOf(source: string, hardened: boolean): Promise<string> {
  const imported = source.replace("from 'stratbox'", `from ${JSON.stringify(here('./api.ts'))}`);
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '--eval',
    program,
    imported,
    String(hardened),
  ]);
  return stdout.trim().split('\n').at(-1) ?? '';
}

/** A strategy whose module first runs `attack`, which calls `catches(value)` with what it gets. */
const strategyWith = (attack: string) => `
import { Strategy } from 'stratbox';
const caught = new Set();
const seen = new Set();
function catches(value) {
  if (value === null || typeof value !== 'object' || seen.has(value)) return;
  seen.add(value);
  if (value instanceof Float64Array && value.length === 200) caught.add(value);
  else if (!ArrayBuffer.isView(value)) for (const key of Object.getOwnPropertyNames(value)) catches(value[key]);
}
try { ${attack} } catch { /* An attack that is refused throws; what counts is what it caught. */ }
export default class Thief extends Strategy {
  onBar(bar) {
    this.buy(1, { limit: bar.close });
    this.close();
    this.rebalance({ T: 0.5 });
    if (bar.index === 150) throw new Error(caught.size > 0 ? 'caught columns' : 'caught nothing');
  }
}`;

const spy = (target: string, name: string) =>
  `const original = ${target}[${name}]; ${target}[${name}] = function (...values) {` +
  ' catches(this); values.forEach(catches); return original.apply(this, values); };';

const attacks: [string, string][] = [
  ['patches Array.prototype.map', spy('Array.prototype', "'map'")],
  ['patches Array.prototype.filter', spy('Array.prototype', "'filter'")],
  ['patches how lists are walked', spy('Array.prototype', 'Symbol.iterator')],
  ['patches Float64Array.prototype.fill', spy('Float64Array.prototype', "'fill'")],
  [
    'plants a getter for a property that instruments may lack',
    "Object.defineProperty(Object.prototype, 'finer', { get() { catches(this); return undefined; } });",
  ],
  [
    'plants a setter for whatever is stored under a name',
    "Object.defineProperty(Object.prototype, 'market', { set(value) { catches(value); } });",
  ],
];

describe('a strategy in hardened globals that', () => {
  it.each(attacks)('%s catches nothing', async (_, attack) => {
    expect(await lastLineOf(strategyWith(attack), true)).toBe('Error: caught nothing');
  });

  it('tries all it can think of at once catches nothing', async () => {
    const loud = futureThief.replace(
      "console.log('caught', caught.size)",
      "throw 'caught ' + caught.size",
    );
    expect(await lastLineOf(loud, true)).toBe('caught 0');
  });

  it.each([
    ['eval', "(0, eval)('1')"],
    ['Function', "new Function('return 1')()"],
    ['a function’s constructor', "(() => 1).constructor('return 1')()"],
    ['an async function’s', "(async () => 1).constructor('return 1')()"],
    ['a generator’s', "(function* () {}).constructor('yield 1')()"],
  ])('makes code of text by %s is refused', async (_, expression) => {
    const source = `import { Strategy } from 'stratbox';
export default class Maker extends Strategy { onBar() { ${expression}; } }`;
    expect(await lastLineOf(source, true)).toContain('Code generation from strings disallowed');
    expect(await lastLineOf(source, false)).toBe('ran');
  });
});

describe('without the hardening', () => {
  it('the same attack gets at the columns: what is tested above is real', async () => {
    const [, attack] = attacks[0] as [string, string];
    expect(await lastLineOf(strategyWith(attack), false)).toBe('Error: caught columns');
  });
});
