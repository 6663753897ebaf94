import { createBars } from '../../../shared/bars/bars.ts';
import { createMarket } from '../../../shared/bars/market.ts';
import { defaultLimits } from '../../../shared/contract/models/run.ts';
import { defaultSettings } from '../../../shared/engine/settings.ts';
import type { StrategyJob } from './execute-job.ts';

/** A market of one instrument whose bars, a day each, are nothing but their closes. */
export function marketOf(closes: Float64Array): StrategyJob['market'] {
  const bars = createBars('TEST', {
    time: closes.map((_, index) => index * 86_400_000),
    open: closes,
    high: closes,
    low: closes,
    close: closes,
    volume: closes,
  });
  return createMarket([{ bars }]);
}

/** A job that is given nothing but what is said. */
export const testJob = (job: Partial<StrategyJob> & Pick<StrategyJob, 'market'>): StrategyJob => ({
  source: '',
  parameters: {},
  names: [],
  tables: [],
  reuseBar: false,
  settings: defaultSettings,
  limits: defaultLimits,
  ...job,
});
