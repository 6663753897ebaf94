import type { Bars } from '../bars/bars.ts';
import type { Decision } from '../engine/decision.ts';
import type { EngineSettings } from '../engine/settings.ts';
import type { SimulationResult } from '../engine/result.ts';
import { simulate, type OrderDesk } from '../engine/simulate.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { resolveParameters } from './parameters.ts';
import { openSession, Session, type ParameterValue } from './session.ts';
import { Strategy } from './strategy.ts';

export interface StrategyRun {
  readonly bars: Bars;
  readonly parameters: Record<string, ParameterValue>;
  readonly settings: EngineSettings;
}

export interface StrategyObserver {
  /** The bar that is being decided; called at every bar, before the strategy. */
  readonly onBarStarted: (bar: number) => void;
  readonly onDecision: (decision: Decision) => void;
}

/**
 * Runs a strategy module over the bars and reports its decisions; returns the account that the
 * strategy saw. Throws what the strategy throws.
 * @throws {TypeError} if the module has no default export that extends Strategy.
 */
export function driveStrategy(
  module: { readonly default?: unknown; readonly parameters?: unknown },
  { bars, parameters, settings }: StrategyRun,
  observer: StrategyObserver,
): SimulationResult {
  const StrategyClass = strategyClassOf(module);
  const values = resolveParameters(module.parameters, parameters);
  const session = new Session(bars, values, settings.seed, observer.onDecision);
  const strategy = openSession(session, () => new StrategyClass());
  refusePromise('initialize', strategy.initialize());
  const { indicators } = session;
  return simulate(bars, { decide }, settings);

  function decide(bar: number, desk: OrderDesk): void {
    observer.onBarStarted(bar);
    session.bar = bar;
    session.desk = desk;
    // A bar of its own, every time: a strategy may keep or change the one it is given.
    const seen = session.barAt(bar);
    for (let index = 0; index < indicators.length; index += 1) {
      (indicators[index] as Indicator).update(seen);
    }
    refusePromise('onBar', strategy.onBar(seen));
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
  if (returned !== undefined && (returned as unknown) instanceof Promise) {
    throw new TypeError(`${method} must not be async: decisions are made at the bar's close`);
  }
}
