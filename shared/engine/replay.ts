import type { Market } from '../bars/market.ts';
import type { Decision } from './decision.ts';
import type { SimulationResult } from './result.ts';
import type { EngineSettings } from './settings.ts';
import { simulate } from './simulate.ts';

/**
 * Computes a run's figures from its recorded decisions alone.
 * @throws {RangeError} if the decisions are not in bar order: a decision placed after its bar has
 * passed would be one made with knowledge of the future.
 */
export function replay(
  market: Market,
  decisions: readonly Decision[],
  settings: EngineSettings,
): SimulationResult {
  refuseDisorder(decisions);
  return simulate(market, recorded(decisions), settings);
}

/** A source that repeats recorded decisions. */
export function recorded(decisions: readonly Decision[]) {
  let next = 0;
  return {
    decide(bar: number, desk: { place(decision: Decision): unknown }): void {
      let decision = decisions[next];
      while (decision !== undefined && decision.bar === bar) {
        desk.place(decision);
        next += 1;
        decision = decisions[next];
      }
    },
  };
}

function refuseDisorder(decisions: readonly Decision[]): void {
  let last = 0;
  decisions.forEach(({ bar }, position) => {
    if (bar < last) {
      throw new RangeError(`Decision ${position} is for bar ${bar}, after one for bar ${last}`);
    }
    last = bar;
  });
}
