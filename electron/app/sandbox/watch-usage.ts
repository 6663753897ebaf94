import type { ResourceUse, UsageSample } from '../../../shared/contract/models/resources.ts';
import type { UsageSource } from './process.ts';
import { UsageSeries } from './usage-series.ts';

/**
 * At least so much between two questions; an engine that measures less often answers less often. And
 * before the first one: a fast run is over by then, and nothing was asked on its account.
 */
const leastGapMilliseconds = 250;
const gapAfterFailure = 1000;

export interface UsageWatch {
  /** What was measured; nothing is asked afterwards. */
  end(): ResourceUse;
}

/**
 * Measures a sandbox beside its run, which never waits for it: a question that is open at the end is
 * given up, and an engine that does not answer costs the figures and nothing else.
 */
export function watchUsage(
  source: UsageSource,
  signal: AbortSignal,
  onSample: (sample: UsageSample) => void,
): UsageWatch {
  const series = new UsageSeries(source.allowed);
  const ending = new AbortController();
  const until = AbortSignal.any([signal, ending.signal]);
  const began = performance.now();
  let failure = '';

  const measure = async () => {
    const asked = performance.now();
    let gap = gapAfterFailure;
    try {
      const reading = await source.read(until);
      if (until.aborted) return;
      const now = performance.now();
      if (reading !== null) onSample(series.add(reading, now - began));
      gap = Math.max(0, leastGapMilliseconds - (now - asked));
    } catch (error) {
      if (until.aborted) return;
      failure = error instanceof Error ? error.message : String(error);
    }
    timer = setTimeout(() => void measure(), gap);
  };
  let timer = setTimeout(() => void measure(), leastGapMilliseconds);
  until.addEventListener('abort', () => clearTimeout(timer));

  return {
    end() {
      ending.abort();
      return series.result(
        failure === '' ? 'the run was over before it could be measured.' : failure,
      );
    },
  };
}
