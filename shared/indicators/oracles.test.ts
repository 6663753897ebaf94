import { describe, expect, it } from 'vitest';
import * as indicators from './index.ts';
import type { Bar } from './indicator.ts';
import { lineNames, lines } from './lines.fixture.ts';
import type { OracleCase } from './oracle-arrays.fixture.ts';
import { oracleCases } from './oracles.fixture.ts';
import { parityCases } from './talib-cases.fixture.ts';
import { hardSeries, sp500, type Stretch } from './test-series.fixture.ts';

const hour = 3_600_000;

/** Repeatable numbers from 0 up to `below`, all different in each `seed`. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Walks with large, small and hardly any moves, between gaps, flats and single bars. */
function stretches(seed: number): Stretch[] {
  const next = numbersFrom(seed);
  const walk = (bars: number, reach: number): Stretch => ({
    kind: 'walk',
    moves: Array.from({ length: bars }, () => next(2 * reach + 1) - reach),
  });
  const flat = (bars: number): Stretch => ({ kind: 'flat', bars });
  const gap = (): Stretch => ({ kind: 'gap', by: next(6000) - 3000 });
  const opening = seed % 2 === 0 ? [flat(60)] : [];
  return [
    ...opening,
    walk(90, 60),
    gap(),
    walk(next(60), 2),
    flat(next(70)),
    gap(),
    flat(1),
    gap(),
    walk(next(60), 400),
    flat(next(12)),
    walk(next(60), 1),
  ];
}

const hard = [1, 2, 3, 4, 5, 6].map((seed) => hardSeries(stretches(seed)));

const next = numbersFrom(9);
const twelve = Array.from({ length: 12 }, () => next(41) - 20);

const series: Readonly<Record<string, readonly Bar[]>> = {
  'the S&P 500': sp500(),
  ...Object.fromEntries(hard.map((bars, place) => [`hard ${place + 1}`, bars])),
  'twelve bars': hardSeries([{ kind: 'walk', moves: twelve }]),
  'hours over New Year 1970': (hard[0] ?? []).map((bar) => ({
    ...bar,
    time: (bar.index - 100) * 5 * hour,
  })),
  'no volume': (hard[1] ?? []).map((bar) => ({ ...bar, volume: bar.index < 150 ? 0 : bar.volume })),
};

const apart = (own: number, other: number) =>
  Number.isNaN(other)
    ? !Number.isNaN(own)
    : !(Math.abs(own - other) <= 1e-9 * Math.max(1, Math.abs(other)));

/** Where the indicator leaves its definition or its documented start; nothing where it does not. */
function differences({ ours, starts, lines: define }: OracleCase): string[] {
  const found: string[] = [];
  for (const [name, bars] of Object.entries(series)) {
    const defined = Object.entries(define(bars));
    const computed = lines(
      ours(indicators),
      defined.map(([line]) => line),
      bars,
    );
    defined.forEach(([line, numbers], place) => {
      const own = computed[place] ?? [];
      const bar = numbers.findIndex((number, at) => apart(own[at] ?? Number.NaN, number));
      if (bar >= 0) found.push(`${name}, ${line}, bar ${bar}: ${own[bar]}, not ${numbers[bar]}`);
      const start = starts[line];
      if (start === undefined) return;
      const early = own.findIndex((number, at) => Number.isNaN(number) !== at < start);
      if (early >= 0) found.push(`${name}, ${line}, bar ${early}: ready from ${start} on`);
    });
  }
  return found;
}

describe('equal to the definition at every bar', () => {
  it.each(oracleCases)('$call', (oracle) => {
    expect(differences(oracle)).toEqual([]);
  });
});

describe('every indicator', () => {
  it('is held to TA-Lib or to a definition, line by line', () => {
    const called = new Set<string>();
    const listening = new Proxy(indicators, {
      get: (target, name) => {
        called.add(String(name));
        return Reflect.get(target, name) as unknown;
      },
    });
    const [held, lacking] = [new Set<string>(), new Set<string>()];
    const cases = [
      ...parityCases.map(({ ours, outputs }) => ({ ours, names: Object.keys(outputs) })),
      ...oracleCases.map(({ ours, lines: define }) => ({ ours, names: Object.keys(define([])) })),
    ];
    for (const { ours, names } of cases) {
      called.clear();
      const indicator = ours(listening);
      for (const name of called) {
        names.forEach((line) => held.add(`${name}.${line}`));
        lineNames(indicator).forEach((line) => lacking.add(`${name}.${line}`));
      }
    }
    for (const name of Object.keys(indicators)) {
      if (!name.startsWith('crosses')) lacking.add(`${name}.value`);
    }
    expect([...lacking].filter((line) => !held.has(line))).toEqual([]);
  });
});
