import type { Bars } from '../../../shared/bars/bars.ts';
import { detectInterval } from '../../../shared/bars/detect-interval.ts';
import { assessQuality } from '../../../shared/bars/quality.ts';
import type { Dataset } from '../../../shared/contract/models/workspace.ts';
import type { ImportedBars } from '../../../shared/importers/importer.ts';
import { hashBars } from './hash-columns.ts';

/** Market data together with what the catalog says about it. */
export interface LoadedDataset {
  readonly dataset: Dataset;
  readonly bars: Bars;
}

/** Describes freshly imported bars (at least two); `origin` says in words where they came from. */
export function describeDataset(
  { bars, warnings }: ImportedBars,
  { id, name, origin }: Pick<Dataset, 'id' | 'name' | 'origin'>,
): Dataset {
  return {
    kind: 'bars',
    id,
    name,
    symbol: bars.symbol,
    origin,
    interval: detectInterval(bars.time),
    barCount: bars.time.length,
    firstTime: bars.time[0] as number,
    lastTime: bars.time.at(-1) as number,
    hash: hashBars(bars),
    columns: [],
    builtIn: false,
    hasAdjusted: bars.adjustedClose !== undefined,
    warnings: [...warnings, ...assessQuality(bars)],
  };
}
