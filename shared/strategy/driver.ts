import type { Market } from '../bars/market.ts';
import type { Decision } from '../engine/decision.ts';
import type { EngineSettings } from '../engine/settings.ts';
import type { SimulationResult } from '../engine/result.ts';
import { simulate, type DecisionSource, type OrderDesk } from '../engine/simulate.ts';
import type { Indicator } from '../indicators/indicator.ts';
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
  if (!isStrategyClass(module.default)) throw new TypeError('The text has no strategy class');
  const StrategyClass = module.default;
  const values = resolveParameters(module.parameters, parameters);
  const session = new Session(market, values, settings.seed, observer.onDecision);
  const strategy = openSession(session, () => new StrategyClass());
  refusePromise('initialize', strategy.initialize());
  const driver = new Driver(strategy, session, observer, reuseBar);
  observer.onStarted(session);
  const result = simulate(market, driver, settings);
  return { ...result, plots: session.plots.series };
}

/** Leads a strategy along the clock. A class, because V8 reads its fields faster than a closure's. */
class Driver implements DecisionSource {
  readonly strategy: Strategy;
  readonly session: Session;
  readonly observer: StrategyObserver;
  readonly reuseBar: boolean;
  readonly seesAll: boolean;
  /** The indicators of the main instrument. */
  readonly main: readonly Indicator[];
  nextReport = 0;
  /** The one bar for all, where the strategy cannot tell it from bars of their own. */
  view: StrategyBar | undefined;

  constructor(strategy: Strategy, session: Session, observer: StrategyObserver, reuseBar: boolean) {
    this.strategy = strategy;
    this.session = session;
    this.observer = observer;
    this.seesAll = strategy.onBars !== Strategy.prototype.onBars;
    this.reuseBar = reuseBar && !this.seesAll && session.symbols.length === 1;
    this.main = session.indicators[0] as Indicator[];
  }

  begin(desk: OrderDesk): void {
    this.session.desk = desk;
    if (this.reuseBar) this.view = this.session.viewAt(desk);
  }

  decide(bar: number, desk: OrderDesk): void {
    if (bar >= this.nextReport) this.report(bar);
    this.session.bar = bar;
    const { view, main } = this;
    if (view === undefined) {
      this.decideAll(desk);
      return;
    }
    for (let index = 0; index < main.length; index += 1) {
      (main[index] as Indicator).update(view);
    }
    const returned: unknown = this.strategy.onBar(view);
    if (returned !== undefined) refusePromise('onBar', returned);
  }

  report(bar: number): void {
    this.observer.onProgress(bar);
    this.nextReport = bar + this.observer.progressEvery;
  }

  /** Shows the strategy a bar of its own of each instrument that has one: it may keep them. */
  decideAll({ fresh, rows }: OrderDesk): void {
    const { session, strategy, seesAll } = this;
    const bars: StrategyBar[] | undefined = seesAll ? [] : undefined;
    let main: StrategyBar | undefined;
    for (let symbol = 0; symbol < fresh.length; symbol += 1) {
      if (fresh[symbol] === 0) continue;
      const followers = session.indicators[symbol] as Indicator[];
      if (symbol > 0 && !seesAll && followers.length === 0) continue;
      const bar = session.barAt(symbol, rows[symbol] as number);
      if (symbol === 0) main = bar;
      bars?.push(bar);
      updateAll(followers, bar);
    }
    if (main !== undefined) refusePromise('onBar', strategy.onBar(main));
    if (bars !== undefined) refusePromise('onBars', strategy.onBars(bySymbol(bars)));
  }
}

function bySymbol(bars: readonly StrategyBar[]): Record<string, StrategyBar> {
  const named = Object.create(null) as Record<string, StrategyBar>;
  for (const bar of bars) named[bar.symbol] = bar;
  return named;
}

function updateAll(indicators: readonly Indicator[], bar: StrategyBar): void {
  for (let index = 0; index < indicators.length; index += 1) {
    (indicators[index] as Indicator).update(bar);
  }
}

export function isStrategyClass(candidate: unknown): candidate is new () => Strategy {
  return typeof candidate === 'function' && candidate.prototype instanceof Strategy;
}

function refusePromise(method: string, returned: unknown): void {
  if (returned instanceof Promise) {
    throw new TypeError(`${method} must not be async: decisions are made at the bar's close`);
  }
}
