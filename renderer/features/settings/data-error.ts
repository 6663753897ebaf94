import type { Dataset, Preferences } from '../../../shared/contract/models/workspace.ts';

type Chosen = Pick<
  Preferences,
  'datasetId' | 'moreDatasetIds' | 'tableIds' | 'benchmarkDatasetId' | 'interval' | 'from' | 'to'
>;

/** What is in the catalog: bars of instruments, and tables. */
export interface Catalog {
  readonly datasets: readonly Dataset[];
  readonly tables: readonly Dataset[];
}

/** Why the data cannot be run as chosen, or ''. Without any data set known yet, nothing is wrong. */
export function dataError(chosen: Chosen, { datasets, tables }: Catalog): string {
  if (datasets.length === 0) return '';
  const main = datasets.find(({ id }) => id === chosen.datasetId);
  if (main === undefined) return 'Data set: Choose one.';
  const period = periodErrors(chosen, main);
  return (
    instrumentsError(chosen, datasets) ||
    benchmarkError(chosen, datasets) ||
    tablesError(chosen, tables) ||
    intervalError(chosen, main) ||
    period.from ||
    period.to
  );
}

/** Why the further data sets cannot be run beside the main one, or ''. */
export function instrumentsError(
  { datasetId, moreDatasetIds }: Chosen,
  datasets: readonly Dataset[],
): string {
  const symbols = new Map<string, string>();
  for (const id of new Set([datasetId, ...moreDatasetIds])) {
    const dataset = datasets.find((candidate) => candidate.id === id);
    if (dataset === undefined) return `The data set "${id}" is gone.`;
    const same = symbols.get(dataset.symbol);
    if (same !== undefined) return `"${same}" and "${dataset.name}" are both of ${dataset.symbol}.`;
    symbols.set(dataset.symbol, dataset.name);
  }
  return '';
}

export function benchmarkError(
  { benchmarkDatasetId: chosen }: Chosen,
  datasets: readonly Dataset[],
): string {
  if (chosen === '' || datasets.some(({ id }) => id === chosen)) return '';
  return `The data set of the benchmark, "${chosen}", is gone.`;
}

export function tablesError({ tableIds }: Chosen, tables: readonly Dataset[]): string {
  const gone = tableIds.find((id) => tables.every((table) => table.id !== id));
  return gone === undefined ? '' : `The table "${gone}" is gone.`;
}

/** Bars longer than which the interval's are not: those are left as they are. */
const tooLong: Record<Exclude<Preferences['interval'], 'as-loaded'>, readonly string[]> = {
  hourly: ['hourly', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly'],
  daily: ['daily', 'weekly', 'monthly', 'quarterly', 'yearly'],
  weekly: ['weekly', 'monthly', 'quarterly', 'yearly'],
  monthly: ['monthly', 'quarterly', 'yearly'],
};

/** Whether bars of this data set can be made into the interval's. */
export function canBecome({ interval: loaded }: Dataset, wanted: Preferences['interval']): boolean {
  if (wanted === 'as-loaded') return true;
  const hours = /^(\d+) minutes$/.exec(loaded);
  if (wanted === 'hourly' && hours !== null) return Number(hours[1]) < 60;
  return !tooLong[wanted].includes(loaded);
}

export function intervalError({ interval }: Chosen, main: Dataset): string {
  return canBecome(main, interval)
    ? ''
    : `Bars that are ${main.interval} cannot be made ${interval}.`;
}

/** Why each end of the period cannot be run on this data, or ''. */
export function periodErrors(
  { from, to }: Pick<Preferences, 'from' | 'to'>,
  dataset: Dataset | undefined,
): { readonly from: string; readonly to: string } {
  if (dataset) {
    const first = isoDate(dataset.firstTime);
    const last = isoDate(dataset.lastTime);
    const range = `The data runs from ${first} to ${last}.`;
    const outside = { from: from > last ? range : '', to: to !== '' && to < first ? range : '' };
    if (outside.from !== '' || outside.to !== '') return outside;
  }
  return { from: '', to: to !== '' && from > to ? 'To lies before From.' : '' };
}

export function isoDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
