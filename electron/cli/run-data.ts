import { existsSync } from 'node:fs';
import { AppError } from '../../shared/contract/errors.ts';
import { barIntervals, pricesSchema, type RunRequest } from '../../shared/contract/models/run.ts';
import { readTextFile } from '../app/datasets/read-text-file.ts';
import type { App } from '../app/services.ts';
import { numberOption, oneOf, usageError } from './options.ts';

/** What `run` takes about its data. */
export const dataOptions = {
  data: { type: 'string', multiple: true, default: ['sp500'] as string[] },
  table: { type: 'string', multiple: true, default: [] as string[] },
  benchmark: { type: 'string' },
  interval: { type: 'string', default: 'as-loaded' },
  prices: { type: 'string', default: 'adjusted' },
  trials: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
} as const;

interface DataValues {
  readonly data: readonly string[];
  readonly table: readonly string[];
  readonly benchmark?: string | undefined;
  readonly interval: string;
  readonly prices: string;
  readonly trials?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

type DataParts = Pick<
  RunRequest,
  | 'datasetId'
  | 'moreDatasetIds'
  | 'tableIds'
  | 'benchmarkDatasetId'
  | 'interval'
  | 'prices'
  | 'trials'
  | 'from'
  | 'to'
>;

/** @throws {AppError} for a data set that is neither in the catalog nor a file. */
export function dataFrom(app: App, values: DataValues): DataParts {
  const [datasetId = 'sp500', ...moreDatasetIds] = idsOf(app, values.data);
  const { benchmark, from, to } = values;
  return {
    datasetId,
    moreDatasetIds,
    tableIds: idsOf(app, values.table),
    interval: oneOf('interval', values.interval, barIntervals),
    prices: oneOf('prices', values.prices, pricesSchema.options),
    trials: trialsFrom(values.trials),
    ...(benchmark === undefined ? {} : { benchmarkDatasetId: datasetFor(app, benchmark) }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

function idsOf(app: App, given: readonly string[]): string[] {
  return given
    .flatMap((names) => (isOne(app, names) ? [names] : names.split(',')))
    .map((name) => datasetFor(app, name.trim()));
}

function trialsFrom(given: string | undefined): number {
  const trials = numberOption('trials', given) ?? 1;
  if (Number.isInteger(trials) && trials >= 1 && trials <= 1e9) return trials;
  throw usageError(
    `--trials "${given ?? ''}" cannot be used: it must be a whole number from 1 on.`,
  );
}

/** A name or a path may hold a comma itself; as a whole it goes before its parts. */
function isOne({ catalog }: App, names: string): boolean {
  return catalog.list().some(({ id, name }) => id === names || name === names) || existsSync(names);
}

/** A data set by id or name; a path is imported, so that the run can be reproduced from the catalog. */
function datasetFor({ catalog }: App, nameOrPath: string): string {
  const datasets = catalog.list();
  const known = datasets.find(({ id, name }) => id === nameOrPath || name === nameOrPath);
  if (known !== undefined) return known.id;
  if (existsSync(nameOrPath)) {
    const content = readTextFile(nameOrPath);
    return catalog.importFile({ fileName: nameOrPath, content }).id;
  }
  const names = datasets.map(({ id }) => id).join(', ');
  throw new AppError(
    'bad-input',
    `There is no data set and no file named "${nameOrPath}".`,
    `The catalog has: ${names}. Or give the path of a CSV file.`,
  );
}
