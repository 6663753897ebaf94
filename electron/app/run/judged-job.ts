import type { RunRequest } from '../../../shared/contract/models/run.ts';
import type { SourceAssessment } from '../../../shared/contract/models/validation.ts';
import { keepsBars } from '../../../shared/validation/languages/javascript/keeps-bars.ts';
import { hashSource } from '../judge/hash-source.ts';
import type { RunMarket } from './load-market.ts';
import type { StrategyJob } from '../sandbox/execute-job.ts';

/**
 * The job of exactly the text that was judged: the last step before it goes to a sandbox. Undefined
 * if the text is another, which no run that goes right can bring about.
 */
export function judgedJob(
  { source, language, parameters, settings, limits }: RunRequest,
  { market, datasets, tables }: Pick<RunMarket, 'market' | 'datasets' | 'tables'>,
  { sourceHash }: SourceAssessment,
): StrategyJob | undefined {
  if (hashSource(source) !== sourceHash) return undefined;
  const reuseBar = language === 'javascript' && !keepsBars(source);
  return {
    ...{ source, parameters, settings, limits, market, reuseBar },
    names: datasets.map(({ id, name, symbol }) => ({ id, name, symbol })),
    tables: tables.map(({ dataset: { id, name, columns, barCount }, bytes }) => ({
      ...{ id, name, columns, bytes },
      rowCount: barCount,
    })),
  };
}
