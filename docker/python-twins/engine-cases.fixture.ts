import fc from 'fast-check';
import { createBars, type Bars, type ColumnName } from '../../shared/bars/bars.ts';
import { createMarket, type Market } from '../../shared/bars/market.ts';
import { utcSessions } from '../../shared/bars/sessions.ts';
import { columnChecksum } from '../../shared/engine/checksum.ts';
import {
  orderTypes,
  termNames,
  type Decision,
  type OrderTerms,
  type OrderType,
} from '../../shared/engine/decision.ts';
import type { Order } from '../../shared/engine/order.ts';
import { termsProblem } from '../../shared/engine/order-terms.ts';
import { createRandom } from '../../shared/engine/random.ts';
import { runsOf, type RandomRun } from '../../shared/engine/random-run.fixture.ts';
import { recorded } from '../../shared/engine/replay.ts';
import { simulate } from '../../shared/engine/simulate.ts';
import { packMarket } from '../../shared/frames/market-bytes.ts';

const hour = 3_600_000;

/** A portfolio is set to weights, so that what is sold must pay for what is bought. */
const rebalance = fc.record({
  bar: fc.nat(39),
  weights: fc.array(fc.integer({ min: -2, max: 10 }), { minLength: 3, maxLength: 3 }),
});

/** The first order, which is number 1, brings exits, and they are changed while they wait. */
const bracket = fc
  .record({
    amount: fc.constantFrom(-3, 3, 0.7),
    takeProfitPercent: fc.constantFrom(0.05, 0.3),
    stopLossPercent: fc.constantFrom(0.05, 0.3),
    bar: fc.integer({ min: 1, max: 20 }),
    change: fc.record(
      {
        takeProfit: fc.integer({ min: 60, max: 160 }),
        stopLoss: fc.integer({ min: 60, max: 160 }),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ amount, takeProfitPercent, stopLossPercent, bar, change }): Decision[] => [
    { bar: 0, kind: 'quantity', amount, takeProfitPercent, stopLossPercent },
    { bar, kind: 'modify', order: 1, ...change },
  ]);

/** What `runsOf` leaves out: bars within a session, clocks that change, prices of any size, the quiet loop. */
export const anyCase: fc.Arbitrary<RandomRun> = fc
  .record({
    run: runsOf('max'),
    barsADay: fc.constantFrom(1, 1, 4, 24),
    shift: fc.integer({ min: -14, max: 14 }),
    scale: fc.constantFrom(1, 1, 1, 0.0009, 731),
    quiet: fc.boolean(),
    cheap: fc.boolean(),
    lotSize: fc.constantFrom(undefined, undefined, 0.1, 0.01),
    bracketed: fc.oneof(fc.constant([]), bracket),
    rebalances: fc.array(rebalance, { maxLength: 6, size: 'max' }),
    seed: fc.nat(4_294_967_295),
  })
  .map(({ run, barsADay, shift, scale, quiet, cheap, lotSize, bracketed, rebalances, seed }) => {
    const change = run.market.time[Math.floor(run.market.time.length / 2)] ?? 0;
    const sessions =
      shift === 0
        ? utcSessions
        : [
            { from: -Infinity, offset: shift * hour },
            { from: change / barsADay, offset: (shift + 1) * hour },
          ];
    const kept = quiet ? run.market.instruments.slice(0, 1) : run.market.instruments;
    const reshaped = kept.map(({ bars, finer }) => ({
      bars: reshape(bars, barsADay, scale),
      ...(finer === undefined ? {} : { finer: reshape(finer, barsADay, scale) }),
    }));
    const idle = { fillAt: 'next-open', borrowRate: 0, cashInterestRate: 0, marginInterestRate: 0 };
    const settings = {
      ...run.settings,
      ...(quiet ? (idle as Partial<RandomRun['settings']>) : {}),
      // A margin that is soon called.
      ...(cheap ? { maintenanceMargin: 0.6, leverage: 2 } : {}),
      ...(lotSize === undefined ? {} : { lotSize }),
      seed,
    };
    const market = createMarket(reshaped, sessions);
    const count = market.time.length;
    const decisions = [
      ...bracketed,
      ...run.decisions,
      ...rebalances.flatMap(({ bar, weights }) => toWeights(market, bar % count, weights)),
    ]
      .filter(({ bar }) => bar < count)
      .sort((one, other) => one.bar - other.bar);
    return { market, settings, decisions };
  });

/** Many runs of one instrument after each other as one: what piles up over hundreds of bars. */
export const longCase: fc.Arbitrary<RandomRun> = fc
  .array(runsOf('max'), { minLength: 12, maxLength: 12 })
  .map((runs) => {
    const parts = runs.map(({ market }) => market.instruments[0]?.bars as Bars);
    const first = runs[0] as RandomRun;
    const decisions: Decision[] = [];
    let barsBefore = 0;
    runs.forEach((run, number) => {
      const count = parts[number]?.time.length ?? 0;
      for (const one of run.decisions) {
        const own = !('symbol' in one) && one.bar < count && 'amount' in one;
        if (own) decisions.push({ ...one, bar: barsBefore + one.bar });
      }
      barsBefore += count;
    });
    const column = (name: ColumnName) =>
      Float64Array.from(parts.flatMap((bars) => [...bars[name]]));
    const bars = createBars('A', {
      time: Float64Array.from({ length: barsBefore }, (_, bar) => bar * 24 * hour),
      open: column('open'),
      high: column('high'),
      low: column('low'),
      close: column('close'),
      volume: column('volume'),
    });
    const settings = { ...first.settings, initialCash: 1_000_000 };
    return { market: createMarket([{ bars }]), settings, decisions };
  });

function toWeights({ instruments }: Market, bar: number, weights: readonly number[]): Decision[] {
  return instruments.map(({ bars }, index) => {
    const amount = (weights[index] ?? 0) / 10;
    return { bar, kind: 'target-percent', amount, symbol: bars.symbol };
  });
}

function reshape(bars: Bars, barsADay: number, scale: number): Bars {
  const { symbol, time, open, high, low, close, volume } = bars;
  const scaled = (column: Float64Array) => column.map((price) => price * scale);
  return createBars(symbol, {
    time: time.map((start) => start / barsADay),
    open: scaled(open),
    high: scaled(high),
    low: scaled(low),
    close: scaled(close),
    volume,
  });
}

/** A case as the Python side reads it: one line of JSON. */
export function caseLine({ market, settings, decisions }: RandomRun): string {
  const { columns, ...job } = packMarket(market);
  const base64 = Buffer.from(columns).toString('base64');
  return JSON.stringify({ job, columns: base64, settings, decisions });
}

/** The record that engine_driver.py makes, of the TypeScript engine. */
export function recordOf({ market, settings, decisions }: RandomRun): string[] {
  const lines: string[] = [];
  const orders: Order[] = [];
  const orderLine = ({ id, symbol, status, filled, filledValue }: Order) =>
    line('order', id, symbol, status, exact(filled), exact(filledValue));
  const source = recorded(decisions);
  let result;
  try {
    result = simulate(
      market,
      {
        decide(bar, desk) {
          const { cash, equity, positions, rows, fresh } = desk;
          lines.push(line('bar', bar, exact(cash), exact(equity), ...hexes(positions)));
          const known = [...fresh].map((isFresh) => (isFresh === 1 ? 'fresh' : 'stale'));
          lines.push(line('rows', ...rows, ...known));
          lines.push(...orders.map(orderLine));
          source.decide(bar, {
            place(decision) {
              const order = desk.place(decision);
              if (order !== undefined) orders.push(order);
            },
          });
        },
      },
      settings,
    );
  } catch (error) {
    return [(error as Error).message];
  }
  lines.push(...orders.map(orderLine));
  lines.push(line('equity', ...hexes(result.equity)));
  lines.push(line('exposure', ...hexes(result.exposure)));
  lines.push(line('checksum', columnChecksum(result.equity)));
  const certainty = ({ assumed }: { assumed?: true }) => (assumed ? 'assumed' : 'certain');
  for (const fill of result.fills) {
    const { bar, decisionBar, order, symbol, quantity, price, commission, slippage } = fill;
    const numbers = hexes([quantity, price, commission, slippage]);
    const tag = fill.tag ?? 'None';
    lines.push(line('fill', bar, decisionBar, order, symbol, ...numbers, certainty(fill), tag));
  }
  for (const trade of result.trades) {
    const { symbol, direction, quantity, entryBar, entryTime, entryPrice, exitBar } = trade;
    const { exitTime, exitPrice, commission, profit, barsHeld } = trade;
    const entry = [exact(quantity), entryBar, ...hexes([entryTime, entryPrice])];
    const exit = [exitBar ?? 'None', exitTime === null ? 'none' : exact(exitTime)];
    const money = hexes([exitPrice, commission, profit, trade.return]);
    const rest = [barsHeld, certainty(trade), trade.tag ?? 'None'];
    lines.push(line('trade', symbol, direction, ...entry, ...exit, ...money, ...rest));
  }
  const { interest, borrowFees, finalCash, finalPositions, staleBars } = result;
  const held = finalPositions.map(({ quantity }) => quantity);
  const sums = hexes([interest, borrowFees, finalCash, ...held]);
  lines.push(line('account', ...sums, staleBars));
  const random = createRandom(settings.seed);
  lines.push(line('random', ...hexes(Array.from({ length: 5 }, random))));
  return lines;
}

const line = (...words: readonly (string | number)[]) => words.join(' ');
const hexes = (values: Iterable<number>) => Array.from(values, exact);

function exact(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  const word = new DataView(new ArrayBuffer(8));
  word.setFloat64(0, value);
  return word.getBigUint64(0).toString(16).padStart(16, '0');
}

/** An order's type with terms that may or may not go with it. */
export interface TermsCase {
  readonly type: OrderType;
  readonly terms: OrderTerms;
}

const priced = termNames.filter((name) => name !== 'goodUntil');
export const anyTerms: fc.Arbitrary<TermsCase> = fc.record({
  type: fc.constantFrom(...orderTypes),
  terms: fc.dictionary(
    fc.constantFrom(...priced),
    fc.constantFrom(100, 0.5, 0.3, 0.1, 1, 2, 0, -3),
    { maxKeys: 4 },
  ),
});

/** What is wrong with the terms, in the names of Python. */
export function problemOf({ type, terms }: TermsCase): string[] {
  const problem = termsProblem(type, terms);
  if (problem === undefined) return [];
  return [problem.replace(/[a-z][A-Z]/g, ([low, high]) => `${low}_${high?.toLowerCase()}`)];
}
