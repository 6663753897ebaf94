import type { Manifest } from '../../../shared/contract/models/run.ts';
import type { Preferences } from '../../../shared/contract/models/workspace.ts';
import type { Catalog } from '../settings/data-error.ts';

export interface ReusedSettings {
  readonly changes: Partial<Preferences>;
  /** Names of the data sets of the run that are not there any more. */
  readonly missing: readonly string[];
}

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10);

/** What to choose so that the next run is like this one, as far as its data are still there. */
export function settingsOfRun(manifest: Manifest, { datasets, tables }: Catalog): ReusedSettings {
  const { datasetId, moreDatasets, benchmark, interval, prices, trials } = manifest;
  const named = [
    { id: datasetId, name: manifest.datasetName },
    ...moreDatasets,
    ...(benchmark ? [benchmark] : []),
    ...manifest.tables,
  ];
  const has = (id: string) => [...datasets, ...tables].some((dataset) => dataset.id === id);
  const dataset = datasets.find(({ id }) => id === datasetId);
  const whole = (date: string, time: number | undefined) =>
    time !== undefined && isoDay(time) === date ? '' : date;
  return {
    missing: named.filter(({ id }) => !has(id)).map(({ name }) => name),
    changes: {
      ...(dataset ? { datasetId } : {}),
      moreDatasetIds: moreDatasets.map(({ id }) => id).filter(has),
      tableIds: manifest.tables.map(({ id }) => id).filter(has),
      benchmarkDatasetId: benchmark && has(benchmark.id) ? benchmark.id : '',
      interval,
      prices,
      trials,
      // An end of the data is not a choice: with newer data, the next run should use those too.
      from: whole(manifest.from, dataset?.firstTime),
      to: whole(manifest.to, dataset?.lastTime),
      settings: manifest.settings,
      // A network is chosen by hand each time it is wanted, never along with something else.
      limits: { ...manifest.limits, network: 'none' },
    },
  };
}
