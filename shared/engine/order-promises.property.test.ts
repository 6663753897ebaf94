import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMarket } from '../bars/market.ts';
import type { Decision } from './decision.ts';
import type { Order } from './order.ts';
import { anyRun, untouchedInstrument, type RandomRun } from './random-run.fixture.ts';
import { recorded, replay } from './replay.ts';
import type { SimulationResult } from './result.ts';
import { simulate } from './simulate.ts';

const holds = (check: (run: RandomRun) => void) =>
  fc.assert(fc.property(anyRun, check), { numRuns: 400 });

interface Watched {
  readonly result: SimulationResult;
  /** The orders that the decisions gave, by number, as the run left them. */
  readonly orders: ReadonlyMap<number, Order>;
}

function watch({ market, settings, decisions }: RandomRun): Watched {
  const orders = new Map<number, Order>();
  const source = recorded(decisions);
  const result = simulate(
    market,
    {
      decide(bar, desk) {
        const place = (decision: Parameters<typeof desk.place>[0]) => {
          const order = desk.place(decision);
          if (order !== undefined) orders.set(order.id, order);
          return order;
        };
        source.decide(bar, { place });
      },
    },
    settings,
  );
  return { result, orders };
}

describe('whatever is ordered, in whatever market, an order', () => {
  it('never fills at a worse price than its limit', () => {
    holds((run) => {
      const { result, orders } = watch(run);
      const changed = new Set(run.decisions.map((one) => (one.kind === 'modify' ? one.order : 0)));
      for (const { order: id, quantity, price } of result.fills) {
        const order = orders.get(id);
        if (order === undefined || Number.isNaN(order.limit) || changed.has(id)) continue;
        expect(quantity > 0 ? price <= order.limit : price >= order.limit).toBe(true);
      }
    });
  });

  it('that stops never fills at a better price than its stop', () => {
    holds((run) => {
      const { result, orders } = watch(run);
      const changed = new Set(run.decisions.map((one) => (one.kind === 'modify' ? one.order : 0)));
      for (const { order: id, quantity, price } of result.fills) {
        const order = orders.get(id);
        if (order?.type !== 'stop' || changed.has(id)) continue;
        expect(quantity > 0 ? price >= order.stop : price <= order.stop).toBe(true);
      }
    });
  });

  it('for a quantity never fills more than it', () => {
    holds((run) => {
      const { result, orders } = watch(run);
      const changed = new Set(run.decisions.map((one) => (one.kind === 'modify' ? one.order : 0)));
      for (const [id, order] of orders) {
        if (order.kind !== 'quantity' || changed.has(id)) continue;
        const filled = result.fills
          .filter((fill) => fill.order === id)
          .reduce((sum, { quantity }) => sum + quantity, 0);
        expect(order.filled).toBe(filled);
        expect(Math.abs(filled)).toBeLessThanOrEqual(Math.abs(order.amount) * (1 + 1e-9));
        expect(filled * order.amount).toBeGreaterThanOrEqual(0);
      }
    });
  });

  it('ends: filled, or an event says why not, or a rule or the strategy cancelled it', () => {
    holds((run) => {
      const { result, orders } = watch(run);
      const told = new Set(result.events.map(({ order }) => order));
      const linked = new Set(
        run.decisions.flatMap((one) => (one.kind === 'one-cancels-other' ? one.orders : [])),
      );
      const cancelled = new Set(
        run.decisions.map((one) => (one.kind === 'cancel' ? one.order : 0)),
      );
      for (const [id, { status, filled, kind }] of orders) {
        expect(status).not.toBe('working');
        if (filled !== 0 || told.has(id)) continue;
        // A target that is reached already needs no fill.
        if (status === 'filled') expect(kind).toMatch(/^target-/);
        else expect(linked.has(id) || cancelled.has(id)).toBe(true);
      }
    });
  });

  it('that closes another never opens a position', () => {
    holds((run) => {
      const { result, orders } = watch(run);
      const held = new Map<string, number>();
      for (const { order: id, symbol, quantity } of result.fills) {
        const before = held.get(symbol) ?? 0;
        // Added up as the account adds it: the same to the last bit.
        const after = before + quantity;
        held.set(symbol, after);
        const isExit = !orders.has(id) && (orders.has(id - 1) || orders.has(id - 2));
        if (isExit) expect(Math.abs(after)).toBeLessThan(Math.abs(before));
      }
    });
  });

  it('takes part of at most the allowed share of a volume', () => {
    holds((run) => {
      const { volumeCap } = run.settings;
      fc.pre(volumeCap > 0);
      const taken = new Map<string, number>();
      for (const { bar, symbol, quantity } of replay(run.market, run.decisions, run.settings)
        .fills) {
        const key = `${symbol} ${bar}`;
        taken.set(key, (taken.get(key) ?? 0) + Math.abs(quantity));
      }
      for (const [key, units] of taken) {
        const [symbol, bar] = key.split(' ');
        const bars = run.market.instruments.find((one) => one.bars.symbol === symbol)?.bars;
        const row = bars?.time.indexOf(run.market.time[Number(bar)] as number) ?? -1;
        expect(units).toBeLessThanOrEqual((bars?.volume[row] ?? 0) * volumeCap * (1 + 1e-9));
      }
    });
  });
});

describe('an order that rests far from the market', () => {
  /** Its date wants it to be looked at on every bar, which orders without one are spared. */
  const watched: Decision = {
    ...{ bar: 0, kind: 'quantity', amount: 1, symbol: 'Z', type: 'limit', limit: 1 },
    goodUntil: 1e15,
  };
  const later = (id: number) => id + 1;

  function afterWatched(decision: Decision): Decision {
    if (decision.kind === 'one-cancels-other') {
      return { ...decision, orders: decision.orders.map(later) };
    }
    return 'order' in decision ? { ...decision, order: later(decision.order) } : decision;
  }

  const comparable = ({ fills, equity, trades, events, finalCash }: SimulationResult) => ({
    ...{ equity, trades, finalCash },
    fills: fills.map((fill) => ({ ...fill, order: 0 })),
    events: events
      .filter(({ symbol }) => symbol !== 'Z')
      .map(({ bar, decisionBar, symbol, reason }) => [bar, decisionBar, symbol, reason]),
  });

  it('meets what it would meet if somebody looked at it on every bar', () => {
    holds(({ market, settings, decisions }) => {
      const wider = createMarket([...market.instruments, untouchedInstrument(market.time, [true])]);
      const resting = replay(wider, decisions, settings);
      const looked = replay(wider, [watched, ...decisions.map(afterWatched)], settings);
      expect(comparable(looked)).toEqual(comparable(resting));
    });
  });
});

const figures = [
  'equity',
  'exposure',
  'fills',
  'trades',
  'events',
  'eventCount',
  'staleBars',
  'interest',
  'borrowFees',
  'finalCash',
] as const satisfies (keyof SimulationResult)[];

describe('the account', () => {
  it('never owes cash after a purchase, when nothing is levered or sold short', () => {
    holds(({ market, settings, decisions }) => {
      const longOnly = decisions.filter((one) => !('amount' in one) || one.amount >= 0);
      const rates = { borrowRate: 0, cashInterestRate: 0, marginInterestRate: 0 };
      const unlevered = { ...settings, ...rates, leverage: 1 };
      let cash = unlevered.initialCash;
      for (const { quantity, price, commission } of replay(market, longOnly, unlevered).fills) {
        cash -= quantity * price + commission;
        // A sale may always go, even where its commission is more than it brings.
        if (quantity > 0) expect(cash).toBeGreaterThanOrEqual(0);
      }
    });
  });

  it('does not notice a further instrument that nobody touches', () => {
    fc.assert(
      fc.property(anyRun, fc.array(fc.boolean()), ({ market, settings, decisions }, present) => {
        const further = untouchedInstrument(market.time, present);
        const wider = createMarket([...market.instruments, further]);
        const alone = replay(market, decisions, settings);
        const beside = replay(wider, decisions, settings);
        for (const figure of figures) expect(beside[figure], figure).toEqual(alone[figure]);
        expect(beside.finalPositions).toEqual([
          ...alone.finalPositions,
          { symbol: 'Z', quantity: 0 },
        ]);
      }),
      { numRuns: 400 },
    );
  });
});
