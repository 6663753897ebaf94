import fc from 'fast-check';
import { createBars, type Bars } from '../bars/bars.ts';
import { createMarket, type Instrument, type Market } from '../bars/market.ts';
import type { Decision } from './decision.ts';
import { parseDecision } from './parse-decision.ts';
import { defaultSettings, type EngineSettings } from './settings.ts';

const day = 86_400_000;

/** A walk with gaps: moves in percent from close to open and open to close, reach beyond both. */
const row = fc.record({
  gap: fc.integer({ min: -12, max: 12 }),
  move: fc.integer({ min: -15, max: 15 }),
  up: fc.integer({ min: 0, max: 6 }),
  down: fc.integer({ min: 0, max: 6 }),
  volume: fc.integer({ min: 0, max: 500 }),
  missing: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
});
type Row = typeof row extends fc.Arbitrary<infer Value> ? Value : never;

/** Bars a day, with holes; the first instrument has the first. Each bar is made of two finer ones. */
function instrumentOf(symbol: string, rows: readonly Row[], isFirst: boolean): Instrument {
  const fine: number[][] = [];
  const coarse: number[][] = [];
  let price = 100;
  rows.forEach(({ gap, move, up, down, volume, missing }, index) => {
    const open = price * (1 + gap / 100);
    const middle = open * (1 + up / 100) * (1 - down / 200);
    price = open * (1 + move / 100);
    if (missing && !(isFirst && index === 0)) return;
    const first = bar(index * day, open, middle, up, down, Math.floor(volume / 2));
    const second = bar(index * day + day / 2, middle, price, down, up, Math.ceil(volume / 2));
    fine.push(first, second);
    const [, , high = 0, low = 0] = first;
    coarse.push([
      index * day,
      open,
      Math.max(high, second[2] as number),
      Math.min(low, second[3] as number),
      price,
      volume,
    ]);
  });
  return { bars: columns(symbol, coarse), finer: columns(symbol, fine) };
}

function bar(time: number, open: number, close: number, up: number, down: number, volume: number) {
  const high = Math.max(open, close) * (1 + up / 100);
  const low = Math.min(open, close) * (1 - down / 100);
  return [time, open, high, low, close, volume];
}

function columns(symbol: string, rows: readonly (readonly number[])[]): Bars {
  const column = (index: number) => Float64Array.from(rows, (values) => values[index] as number);
  const [time, open, high, low, close, volume] = [0, 1, 2, 3, 4, 5].map(column) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return createBars(symbol, { time, open, high, low, close, volume });
}

const share = fc.integer({ min: 1, max: 30 }).map((percent) => percent / 100);
const price = fc.integer({ min: 60, max: 160 });
const tradeable = fc.oneof(
  fc.record({ kind: fc.constant('quantity'), amount: fc.integer({ min: -30, max: 30 }) }),
  fc.record({ kind: fc.constant('target-quantity'), amount: fc.integer({ min: -20, max: 20 }) }),
  fc.record({
    kind: fc.constant('target-percent'),
    amount: fc.integer({ min: -10, max: 10 }).map((tenths) => tenths / 10),
  }),
  fc.record({ kind: fc.constant('available'), amount: fc.constantFrom(1, -1) }),
);
const terms = fc.oneof(
  fc.constant({}),
  fc.record({ type: fc.constant('limit'), limit: price }),
  fc.record({ type: fc.constant('stop'), stop: price }),
  fc.record({ type: fc.constant('stop-limit'), stop: price, limit: price }),
  fc.record({ type: fc.constant('trailing-stop'), trailPercent: share }),
  fc.record({ type: fc.constant('trailing-stop'), trailAmount: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ type: fc.constant('market-on-close') }),
);
const life = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ goodUntil: 'day' }) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 40 }).map((days) => ({ goodUntil: days * day })),
  },
);
const exits = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: fc.record({ takeProfitPercent: share, stopLossPercent: share }) },
  { weight: 1, arbitrary: fc.record({ stopLoss: price }) },
);
const decision = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(tradeable, terms, life, exits, fc.constantFrom({}, { symbol: 'B' }, { symbol: 'C' }))
      .map((parts) => Object.assign({}, ...parts) as Record<string, unknown>),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('cancel'), order: fc.integer({ min: 1, max: 30 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        kind: fc.constant('modify'),
        order: fc.integer({ min: 1, max: 30 }),
        limit: price,
        stop: price,
        trailPercent: share,
        takeProfit: price,
        stopLoss: price,
        quantity: fc.integer({ min: 1, max: 30 }),
      },
      { requiredKeys: ['kind', 'order'] },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('one-cancels-other'),
      orders: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 4 }),
    }),
  },
);

const rate = fc.constantFrom(0, 0.0005, 0.01);
export const anySettings: fc.Arbitrary<EngineSettings> = fc.record({
  initialCash: fc.integer({ min: 500, max: 20_000 }),
  commission: fc.oneof(
    fc.record({ kind: fc.constant('percent' as const), rate }),
    fc.constant({ kind: 'per-share' as const, perShare: 0.05, minimum: 1 }),
    fc.constant({ kind: 'fixed-plus-percent' as const, fixed: 2, rate: 0.001 }),
    fc.constant({
      kind: 'tiered' as const,
      tiers: [
        { upTo: 500, rate: 0.002 },
        { upTo: null, rate: 0.001 },
      ],
    }),
  ),
  slippage: fc.oneof(
    fc.record({ kind: fc.constant('percent' as const), rate }),
    fc.constant({ kind: 'ticks' as const, ticks: 2 }),
    fc.constant({ kind: 'volume-share' as const, impact: 0.1 }),
  ),
  spreadRate: fc.constantFrom(0, 0.002),
  fillAt: fc.constantFrom('next-open', 'close'),
  atEnd: fc.constantFrom('leave-open', 'last-open', 'last-close'),
  lotSize: fc.constantFrom(0, 1, 5),
  tickSize: fc.constant(0.05),
  volumeCap: fc.constantFrom(0, 0, 0.1),
  leverage: fc.constantFrom(1, 1, 2),
  maintenanceMargin: fc.constant(0.25),
  borrowRate: fc.constantFrom(0, 0.05),
  cashInterestRate: fc.constantFrom(0, 0.03),
  marginInterestRate: fc.constantFrom(0, 0.08),
  riskFreeRate: fc.constant(defaultSettings.riskFreeRate),
  timeZone: fc.constant('UTC'),
  sessionStart: fc.constant(0),
  seed: fc.constant(1),
});

export interface RandomRun {
  readonly market: Market;
  readonly settings: EngineSettings;
  readonly decisions: readonly Decision[];
}

/** A market of A and perhaps B and C, with or without finer bars, and decisions of every kind. */
export function runsOf(size: fc.SizeForArbitrary): fc.Arbitrary<RandomRun> {
  return fc
    .record({
      rows: fc.array(fc.tuple(row, row, row), { minLength: 2, maxLength: 40, size }),
      symbols: fc.constantFrom(['A'], ['A', 'B'], ['A', 'B', 'C']),
      fine: fc.boolean(),
      settings: anySettings,
      orders: fc.array(fc.tuple(fc.nat(39), decision), { maxLength: 30, size }),
    })
    .map(({ rows, symbols, fine, settings, orders }) => {
      const made = symbols.map((symbol, number) =>
        instrumentOf(
          symbol,
          rows.map((one) => one[number] as Row),
          number === 0,
        ),
      );
      const market = createMarket(fine ? made : made.map(({ bars }) => ({ bars })));
      const count = market.time.length;
      const decisions = orders
        .map(([at, rest]) => ({ bar: at % count, ...rest }))
        .sort((one, other) => one.bar - other.bar)
        .map((value, index) => parseDecision(value, index, count));
      return { market, settings, decisions };
    });
}

export const anyRun = runsOf('=');

/** An instrument Z with a bar at some of these times. */
export function untouchedInstrument(time: Float64Array, present: readonly boolean[]): Instrument {
  const rows = [...time]
    .filter((_, index) => present[index % present.length] ?? true)
    .map((at) => [at, 7, 9, 5, 8, 1000]);
  return { bars: columns('Z', rows) };
}
