import type { Market } from '../bars/market.ts';
import type { Decision } from './decision.ts';
import { EngineState } from './engine-state.ts';
import type { Order } from './order.ts';
import type { SimulationResult } from './result.ts';
import type { EngineSettings } from './settings.ts';

/** Counts every change that could alter a result; written into each manifest. */
export const engineVersion = '2';

/** What a source of decisions sees and does at one bar's close. */
export interface OrderDesk {
  cash: number;
  /** Cash plus the positions at their latest closes. */
  equity: number;
  /** Units held of each instrument, in the market's order, negative when short. Not to be written. */
  readonly positions: Float64Array;
  /** 1 for each instrument that has a bar now; its row is in `rows`. Not to be written. */
  readonly fresh: Uint8Array;
  readonly rows: Int32Array;
  /** The order that the decision gave, or undefined if it gave none. */
  place(decision: Decision): Order | undefined;
}

/** A strategy while it runs, or its recorded decisions on replay. */
export interface DecisionSource {
  decide(bar: number, desk: OrderDesk): void;
}

/** To run a market in pieces: a piece goes on from the state that the one before ended in. */
export interface Continuation {
  readonly from?: EngineState;
  /** More bars will follow: orders keep waiting, and nothing is closed at the end of this piece. */
  readonly continues?: boolean;
}

/**
 * Walks the clock once: work the waiting orders through the bar, value the account at the closes, ask
 * for decisions and (with `fillAt: 'close'`) fill the market orders among them at once. The same code
 * runs in every sandbox and in the host's replay, so equal decisions give equal bits.
 */
export function simulate(
  market: Market,
  source: DecisionSource,
  settings: EngineSettings,
  { from, continues = false }: Continuation = {},
): SimulationResult & { readonly state: EngineState } {
  const state = from ?? new EngineState(settings, market);
  state.enter(market);
  const { account, book, broker, cursor } = state;
  const { marks, positions } = account;
  const { fresh, rows } = cursor;
  const { time } = market;
  const barCount = time.length;
  const firstBar = state.barsDone;
  const lastIndex = continues ? barCount : barCount - 1;
  const instruments = market.instruments.map(({ bars }) => bars);
  const equity = new Float64Array(barCount);
  const exposure = new Float64Array(barCount);
  const fillsAtClose = settings.fillAt === 'close';
  const { accrues } = account;
  let staleBars = 0;
  const desk: OrderDesk = {
    cash: account.cash,
    equity: account.cash,
    positions,
    fresh,
    rows,
    place: (decision) => book.take(decision, cursor),
  };

  for (let index = 0; index < barCount; index += 1) {
    const bar = firstBar + index;
    cursor.advance(index);
    if (accrues && bar > 0) account.accrue(cursor.time - state.lastTime);
    state.lastTime = cursor.time;
    if (index === lastIndex && settings.atEnd === 'last-open') {
      markAll('open');
      broker.liquidate(bar, (bars, row) => bars.open[row] as number);
    } else if (book.working.length > 0) {
      markAll('open');
      broker.workBar(bar);
    }
    markAll('close');
    desk.cash = account.cash;
    desk.equity = account.value();
    source.decide(bar, desk);
    if (
      fillsAtClose &&
      book.working.length > 0 &&
      !(index === lastIndex && settings.atEnd === 'last-open')
    ) {
      broker.fillDecidedNow(bar);
    }
    if (index === lastIndex && settings.atEnd === 'last-close') {
      broker.liquidate(bar, (bars, row) => bars.close[row] as number);
    }
    const value = account.value();
    const { net, gross } = account;
    equity[index] = value;
    if (gross !== 0) {
      exposure[index] = (net < 0 ? -gross : gross) / value;
      if (value < settings.maintenanceMargin * gross) broker.callMargin(bar, value, gross);
      if (instruments.length > 1 && holdsStale()) staleBars += 1;
    }
  }
  state.barsDone += barCount;
  const lastBar = state.barsDone - 1;
  if (!continues) broker.endOfData(lastBar);
  return { ...state.takeOutcome(lastBar), equity, exposure, staleBars, state };

  function markAll(price: 'open' | 'close'): void {
    for (let symbol = 0; symbol < instruments.length; symbol += 1) {
      if (fresh[symbol] === 0) continue;
      marks[symbol] = instruments[symbol]?.[price][rows[symbol] as number] as number;
    }
  }

  function holdsStale(): boolean {
    return fresh.some((isFresh, symbol) => isFresh === 0 && positions[symbol] !== 0);
  }
}
