import { adjustedBars, rawBars } from '../../../shared/bars/adjust.ts';
import { sliceByTime, type Bars } from '../../../shared/bars/bars.ts';
import { maximumBarCount } from '../../../shared/bars/column-bytes.ts';
import { createMarket, type Instrument, type Market } from '../../../shared/bars/market.ts';
import { resample } from '../../../shared/bars/resample.ts';
import { utcSessions, zoneOffsets, type ZoneOffset } from '../../../shared/bars/sessions.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { RunRequest } from '../../../shared/contract/models/run.ts';
import type { Dataset } from '../../../shared/contract/models/workspace.ts';
import { maximumTableBytes } from '../../../shared/bars/table-bytes.ts';
import type { Catalog, LoadedTable } from '../datasets/index.ts';

/** The data of one run: its instruments on one clock, and what the result is held against. */
export interface RunMarket {
  readonly market: Market;
  /** The instruments' data sets, the main one first. */
  readonly datasets: readonly [Dataset, ...Dataset[]];
  readonly benchmark: { readonly dataset: Dataset; readonly bars: Bars };
  /** What it can read beside its bars. */
  readonly tables: readonly LoadedTable[];
  /** The benchmark was chosen, and is not just the main instrument. */
  readonly hasOwnBenchmark: boolean;
}

/** @throws {AppError} that says which data set or period cannot be used and what to choose. */
export function loadMarket(catalog: Catalog, request: RunRequest): RunMarket {
  const main = catalog.load(request.datasetId);
  const tables = [...new Set(request.tableIds)].map((id) => catalog.loadTable(id));
  refuseTooLarge(tables);
  const more = request.moreDatasetIds.map((id) => catalog.load(id));
  const own = request.benchmarkDatasetId;
  const benchmark = own === undefined ? main : catalog.load(own);
  refuseDoubles([main, ...more].map(({ dataset }) => dataset));
  const sessions = sessionsOf(request, main.bars);
  const chosen = [main, ...more].map(({ dataset, bars }) =>
    instrumentOf(dataset, pricesOf(bars, request), request, sessions),
  );
  refuseTooMany(chosen);
  const [, ...others] = [main, ...more].map(({ dataset }) => dataset);
  return {
    market: createMarket(chosen, sessions),
    datasets: [main.dataset, ...others],
    benchmark: {
      dataset: benchmark.dataset,
      bars: inPeriod(benchmark.dataset, pricesOf(benchmark.bars, request), request),
    },
    tables,
    hasOwnBenchmark: own !== undefined,
  };
}

function instrumentOf(
  dataset: Dataset,
  bars: Bars,
  request: RunRequest,
  sessions: readonly ZoneOffset[],
): Instrument {
  const loaded = inPeriod(dataset, bars, request);
  if (request.interval === 'as-loaded') return { bars: loaded };
  const longer = resample(loaded, request.interval, sessions);
  if (longer.time.length === loaded.time.length) {
    if (dataset.id !== request.datasetId) return { bars: loaded };
    throw new AppError(
      'bad-input',
      `The bars of "${dataset.name}" are ${dataset.interval}; ${request.interval} ones cannot be made of them.`,
      'Take them as loaded, or choose longer bars.',
    );
  }
  if (longer.time.length >= 2) return { bars: longer, finer: loaded };
  throw new AppError(
    'bad-input',
    `The ${request.interval} bars of "${dataset.name}" in this period are fewer than two.`,
    'Choose a longer period or shorter bars.',
  );
}

/** The benchmark's closes on the run's clock: at each time the latest that was known. */
export function benchmarkCloses(clock: Float64Array, bars: Bars): Float64Array {
  let row = 0;
  return clock.map((time) => {
    while (row + 1 < bars.time.length && (bars.time[row + 1] as number) <= time) row += 1;
    return bars.close[row] as number;
  });
}

function pricesOf(bars: Bars, { prices }: RunRequest): Bars {
  return prices === 'adjusted' ? adjustedBars(bars) : rawBars(bars);
}

function sessionsOf({ settings }: RunRequest, { time }: Bars): readonly ZoneOffset[] {
  const { timeZone, sessionStart } = settings;
  if (timeZone === 'UTC' && sessionStart === 0) return utcSessions;
  return zoneOffsets(timeZone, sessionStart, time[0] as number, time.at(-1) as number);
}

function inPeriod(dataset: Dataset, bars: Bars, { from, to }: RunRequest): Bars {
  const start = from === undefined ? -Infinity : Date.parse(from);
  const end = to === undefined ? Infinity : Date.parse(to) + 86_399_999;
  const chosen = sliceByTime(bars, start, end);
  if (chosen.time.length >= 2) return chosen;
  const date = (index: number) => new Date(bars.time.at(index) ?? 0).toISOString().slice(0, 10);
  throw new AppError(
    'bad-input',
    `The period ${from ?? 'from the start'} to ${to ?? 'the end'} holds fewer than two bars of "${dataset.name}".`,
    `The data runs from ${date(0)} to ${date(-1)}; choose a period within it.`,
  );
}

function refuseDoubles(datasets: readonly Dataset[]): void {
  const seen = new Map<string, Dataset>();
  for (const dataset of datasets) {
    const same = seen.get(dataset.symbol);
    if (same !== undefined) {
      throw new AppError(
        'bad-input',
        `"${same.name}" and "${dataset.name}" are both of ${dataset.symbol}.`,
        'Take each instrument once.',
      );
    }
    seen.set(dataset.symbol, dataset);
  }
}

function refuseTooLarge(tables: readonly LoadedTable[]): void {
  const size = tables.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size <= maximumTableBytes) return;
  const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
  throw new AppError(
    'bad-input',
    `The run's tables take ${megabytes(size)} MB together; at most ${megabytes(maximumTableBytes)} MB go.`,
    'Choose fewer tables.',
  );
}

function refuseTooMany(instruments: readonly Instrument[]): void {
  const count = instruments.reduce(
    (sum, { bars, finer }) => sum + bars.time.length + (finer?.time.length ?? 0),
    0,
  );
  if (count <= maximumBarCount) return;
  throw new AppError(
    'bad-input',
    `The run's data sets have ${count.toLocaleString('en-US')} bars together; at most ${maximumBarCount.toLocaleString('en-US')} go.`,
    'Choose a shorter period, longer bars or fewer instruments.',
  );
}
