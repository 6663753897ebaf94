import type { Bars } from '../bars/bars.ts';
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
  bars: Bars,
  decisions: readonly Decision[],
  settings: EngineSettings,
): SimulationResult {
  refuseDisorder(decisions);
  let next = 0;
  return simulate(
    bars,
    {
      decide(bar, desk) {
        let decision = decisions[next];
        while (decision !== undefined && decision.bar === bar) {
          desk.place(decision);
          next += 1;
          decision = decisions[next];
        }
      },
    },
    settings,
  );
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
