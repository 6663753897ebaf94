import type { Market } from '../bars/market.ts';
import type { Decision } from '../engine/decision.ts';
import type { EngineSettings } from '../engine/settings.ts';
import type { SimulationResult } from '../engine/result.ts';
import { simulate, type OrderDesk } from '../engine/simulate.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { BarView } from './bar-view.ts';
import { resolveParameters } from './parameters.ts';
import { openSession, Session, type ParameterValue, type StrategyBar } from './session.ts';
import { Strategy } from './strategy.ts';

export interface StrategyRun {
  readonly market: Market;
  readonly parameters: Record<string, ParameterValue>;
  readonly settings: EngineSettings;
  /** The strategy never keeps the bar that it is given, so one bar can serve for all (keeps-bars.ts). */
  readonly reuseBar?: boolean;
}

export interface StrategyObserver {
  /** The run has begun; `session.bar` is from now on the bar that is being decided. */
  readonly onStarted: (session: { readonly bar: number }) => void;
  /** Called before each bar whose number is a multiple of `progressEvery`. */
  readonly onProgress: (bar: number) => void;
  readonly progressEvery: number;
  readonly onDecision: (decision: Decision) => void;
}

export interface DrivenStrategy extends SimulationResult {
  readonly plots: ReadonlyMap<string, Float64Array>;
}

/**
 * Runs a strategy module over the market and reports its decisions; returns the account that the
 * strategy saw. Throws what the strategy throws.
 * @throws {TypeError} if the module has no default export that extends Strategy.
 */
export function driveStrategy(
  module: { readonly default?: unknown; readonly parameters?: unknown },
  { market, parameters, settings, reuseBar = false }: StrategyRun,
  observer: StrategyObserver,
): DrivenStrategy {
  const StrategyClass = strategyClassOf(module);
  const values = resolveParameters(module.parameters, parameters);
  const session = new Session(market, values, settings.seed, observer.onDecision);
  const strategy = openSession(session, () => new StrategyClass());
  refusePromise('initialize', strategy.initialize());
  const { indicators } = session;
  const mainIndicators = indicators[0] as Indicator[];
  const seesAll = strategy.onBars !== Strategy.prototype.onBars;
  const symbolCount = session.symbols.length;
  const view = reuseBar && !seesAll ? session.createView() : undefined;
  const { progressEvery } = observer;
  let nextReport = 0;
  observer.onStarted(session);
  const result = simulate(market, { decide }, settings);
  return { ...result, plots: session.plots.series };

  function decide(bar: number, desk: OrderDesk): void {
    if (bar >= nextReport) {
      observer.onProgress(bar);
      nextReport = bar + progressEvery;
    }
    session.bar = bar;
    if (bar === 0) session.desk = desk;
    if (symbolCount > 1) decideMany(desk);
    else {
      // A bar of its own, every time, unless the strategy cannot tell: it may keep the one it is given.
      const seen = view ?? session.barAt(0, desk.rows[0] as number);
      if (view !== undefined) BarView.move(view, desk.rows[0] as number);
      for (let index = 0; index < mainIndicators.length; index += 1) {
        (mainIndicators[index] as Indicator).update(seen);
      }
      const returned: unknown = strategy.onBar(seen);
      if (returned !== undefined) refusePromise('onBar', returned);
      if (seesAll) refusePromise('onBars', strategy.onBars(named(seen)));
    }
  }

  function decideMany(desk: OrderDesk): void {
    const main = desk.fresh[0] === 1 ? session.barAt(0, desk.rows[0] as number) : undefined;
    if (main !== undefined) updateAll(mainIndicators, main);
    const bars = otherBars(desk, main);
    if (main !== undefined) refusePromise('onBar', strategy.onBar(main));
    if (seesAll) refusePromise('onBars', strategy.onBars(bars));
  }

  function otherBars(desk: OrderDesk, main: StrategyBar | undefined): Record<string, StrategyBar> {
    const bars = named(main);
    for (let symbol = 1; symbol < symbolCount; symbol += 1) {
      if (desk.fresh[symbol] === 0) continue;
      const followers = indicators[symbol] as Indicator[];
      if (!seesAll && followers.length === 0) continue;
      const bar = session.barAt(symbol, desk.rows[symbol] as number);
      updateAll(followers, bar);
      bars[bar.symbol] = bar;
    }
    return bars;
  }

  function named(bar: StrategyBar | undefined): Record<string, StrategyBar> {
    const bars = Object.create(null) as Record<string, StrategyBar>;
    if (bar !== undefined) bars[bar.symbol] = bar;
    return bars;
  }
}

function updateAll(indicators: readonly Indicator[], bar: StrategyBar): void {
  for (let index = 0; index < indicators.length; index += 1) {
    (indicators[index] as Indicator).update(bar);
  }
}

function strategyClassOf(module: { readonly default?: unknown }): new () => Strategy {
  const candidate = module.default;
  if (typeof candidate === 'function' && candidate.prototype instanceof Strategy) {
    return candidate as new () => Strategy;
  }
  throw new TypeError(
    'The strategy must end in "export default class … extends Strategy", with Strategy imported from "stratbox"',
  );
}

function refusePromise(method: string, returned: unknown): void {
  if (returned instanceof Promise) {
    throw new TypeError(`${method} must not be async: decisions are made at the bar's close`);
  }
}
