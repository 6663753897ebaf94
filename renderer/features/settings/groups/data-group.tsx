import type { Preferences } from '../../../../shared/contract/models/workspace.ts';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { selectedDataset, useExplorerStore } from '../../explorer/explorer-store.ts';
import {
  benchmarkError,
  canBecome,
  dataError,
  intervalError,
  isoDate,
  periodErrors,
} from '../data-error.ts';
import { useSettingsStore } from '../settings-store.ts';
import { MoreInstruments } from './more-instruments.tsx';
import { GivenTables } from './given-tables.tsx';
import { SettingGroup } from './setting-group.tsx';
import { ChosenSetting, TypedSetting } from './setting-inputs.tsx';

const intervals: readonly { readonly value: Preferences['interval']; readonly label: string }[] = [
  { value: 'as-loaded', label: 'As loaded' },
  { value: 'hourly', label: 'Hourly' },
  { value: 'daily', label: 'Daily' },
  { value: 'weekly', label: 'Weekly' },
  { value: 'monthly', label: 'Monthly' },
];

const prices = [
  { value: 'adjusted', label: 'Adjusted' },
  { value: 'raw', label: 'As traded' },
] as const;

/** What the strategy runs on, and what its result is held against. */
export function DataGroup() {
  const { preferences, update } = useSettingsStore();
  const catalog = useExplorerStore();
  const { datasets } = catalog;
  const dataset = selectedDataset({ datasets }, preferences.datasetId);
  const { interval, benchmarkDatasetId: benchmark } = preferences;
  const possible = intervals.filter(
    ({ value }) => value === interval || !dataset || canBecome(dataset, value),
  );
  const names = datasets.map(({ id, name }) => ({ value: id, label: name }));
  const wrongPeriod = periodErrors(preferences, dataset);
  const wrongBenchmark = benchmarkError(preferences, datasets);
  return (
    <SettingGroup id="data" mustShow={dataError(preferences, catalog) !== ''}>
      <Field label="Data set" error={datasets.length > 0 && !dataset ? 'Choose one.' : ''}>
        {(control) => (
          <Select
            {...control}
            value={preferences.datasetId}
            options={names}
            onValueChange={(datasetId) => update({ datasetId })}
          />
        )}
      </Field>
      <TypedSetting
        id="from"
        placeholder={dataset ? isoDate(dataset.firstTime) : ''}
        error={wrongPeriod.from}
      />
      <TypedSetting
        id="to"
        placeholder={dataset ? isoDate(dataset.lastTime) : ''}
        error={wrongPeriod.to}
      />
      <ChosenSetting
        item="interval"
        label="Bars"
        value={interval}
        options={possible.map(({ value, label }) => ({
          value,
          label: value === 'as-loaded' && dataset ? `${label} (${dataset.interval})` : label,
        }))}
        error={dataset ? intervalError(preferences, dataset) : ''}
        hint={interval === 'as-loaded' ? '' : 'The loaded bars decide what came first inside one'}
        changes={(value) => ({ interval: value })}
      />
      <ChosenSetting
        item="prices"
        label="Prices"
        value={preferences.prices}
        options={prices}
        disabled={dataset?.hasAdjusted === false && preferences.prices === 'adjusted'}
        hint={dataset?.hasAdjusted === false ? 'The data has only one kind' : ''}
        changes={(value) => ({ prices: value })}
      />
      <MoreInstruments />
      <ChosenSetting
        item="benchmarkDatasetId"
        label="Benchmark"
        value={benchmark}
        options={[
          { value: '', label: 'Buy and hold' },
          ...names,
          ...(wrongBenchmark === '' ? [] : [{ value: benchmark, label: benchmark }]),
        ]}
        error={wrongBenchmark === '' ? '' : 'This data set is gone.'}
        changes={(benchmarkDatasetId) => ({ benchmarkDatasetId })}
      />
      <GivenTables />
    </SettingGroup>
  );
}
