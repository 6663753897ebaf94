import type { Bars } from '../bars/bars.ts';
import { Broker } from './broker.ts';
import type { Decision } from './decision.ts';
import type { SimulationResult } from './result.ts';
import type { EngineSettings } from './settings.ts';
import { TradeLedger } from './trades.ts';

/** Counts every change that could alter a result; written into each manifest. */
export const engineVersion = '1';

/** What a source of decisions sees and does at one bar's close. */
export interface OrderDesk {
  readonly cash: number;
  /** Units held, negative when short. */
  readonly position: number;
  /** Cash plus the position at this bar's close. */
  readonly equity: number;
  place(decision: Decision): void;
}

/** A strategy while it runs, or its recorded decisions on replay. */
export interface DecisionSource {
  decide(bar: number, desk: OrderDesk): void;
}

/**
 * Walks the bars once: fill what was decided before at this open, value the account at this close,
 * ask for decisions, and (with `fillAt: 'close'`) fill those at once. The same code runs in every
 * sandbox and in the host's replay, so equal decisions give equal bits.
 */
export function simulate(
  bars: Bars,
  source: DecisionSource,
  settings: EngineSettings,
): SimulationResult {
  const { open, close, time } = bars;
  const barCount = time.length;
  const ledger = new TradeLedger(time);
  const broker = new Broker(settings, ledger);
  const equity = new Float64Array(barCount);
  const exposure = new Float64Array(barCount);
  const fillsAtClose = settings.fillAt === 'close';
  let pending: Decision[] = [];
  const desk = {
    cash: broker.cash,
    position: 0,
    equity: broker.cash,
    place: (decision: Decision) => {
      pending.push(decision);
    },
  };
  const fillPending = (bar: number, price: number) => {
    const due = pending;
    pending = [];
    for (const decision of due) broker.execute(decision, bar, price);
  };

  for (let bar = 0; bar < barCount; bar += 1) {
    if (pending.length > 0) fillPending(bar, open[bar] as number);
    const price = close[bar] as number;
    desk.cash = broker.cash;
    desk.position = broker.position;
    desk.equity = broker.cash + broker.position * price;
    source.decide(bar, desk);
    if (fillsAtClose && pending.length > 0) fillPending(bar, price);
    const value = broker.position * price;
    equity[bar] = broker.cash + value;
    exposure[bar] = value === 0 ? 0 : value / (broker.cash + value);
  }
  for (const decision of pending) broker.rejectAfterLastBar(decision);
  const stillOpen =
    barCount > 0 ? ledger.openTrades(barCount - 1, close[barCount - 1] as number) : [];

  return {
    equity,
    exposure,
    fills: broker.fills,
    trades: [...ledger.trades, ...stillOpen],
    rejections: broker.rejections,
    finalCash: broker.cash,
    finalPosition: broker.position,
  };
}
