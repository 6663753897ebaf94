import { closeBars } from './given-data.ts';
import {
  driveStrategy,
  isStrategyClass,
  type StrategyObserver,
  type StrategyRun,
} from './driver.ts';
import { resolveParameters } from './parameters.ts';
import { extractResult, type ExtractedResult } from './script-result.ts';
import { simulated } from './sim.ts';
import { decisionsOf } from './target-weights.ts';

/** What a text exports, once its top level has run. */
export interface TextModule {
  readonly default?: unknown;
  readonly parameters?: unknown;
  readonly result?: unknown;
}

export interface DrivenText {
  /** The account that the strategy saw, one value a clock bar; null for one that was shown none. */
  readonly equity: Float64Array | null;
  readonly plots: ReadonlyMap<string, Float64Array>;
  /** What a script left in `result`. */
  readonly result: ExtractedResult | undefined;
}

/**
 * Runs a text in whichever style it is written: a strategy class, or a script, whose top level was all
 * of it. Throws what the text throws.
 * @throws {TypeError} that names all styles, for a text in none of them.
 */
export function driveText(
  module: TextModule,
  run: StrategyRun,
  observer: StrategyObserver,
): DrivenText {
  const positions = simulated();
  if (isStrategyClass(module.default)) {
    if (positions !== undefined) {
      throw new TypeError('A strategy class gives its own orders; "sim" is for scripts');
    }
    closeBars();
    const { equity, plots } = driveStrategy(module, run, observer);
    return { equity, plots, result: undefined };
  }
  const isScript = positions !== undefined || 'result' in module;
  if (!isScript || module.default !== undefined) throw new TypeError(allStyles);
  resolveParameters(module.parameters, run.parameters);
  if (positions !== undefined) {
    const { weights, terms } = positions;
    for (const decision of decisionsOf(weights, run.market, terms)) observer.onDecision(decision);
  }
  const { result } = module;
  const left = result === undefined || result === null ? undefined : extractResult(result);
  return { equity: null, plots: new Map(), result: left };
}

const allStyles =
  'A strategy must end in "export default class … extends Strategy", with Strategy imported from "stratbox"; a script calls "sim(weights)", imported from there too, or leaves what it computed in "export const result = …"';
