import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { useActiveDocument } from '../editor/editor-store.ts';
import { selectedDataset, useExplorerStore } from '../explorer/explorer-store.ts';
import { ParameterFields } from '../run/parameter-fields.tsx';
import { MoreInstruments } from './more-instruments.tsx';
import { DateSetting, NumberSetting } from './setting-field.tsx';
import { isoDate, periodError } from './settings-state.ts';
import { useSettingsStore } from './settings-store.ts';

const intervals = [
  { value: 'as-loaded', label: 'As loaded' },
  { value: 'hourly', label: 'Hourly' },
  { value: 'daily', label: 'Daily' },
  { value: 'weekly', label: 'Weekly' },
  { value: 'monthly', label: 'Monthly' },
] as const;

const prices = [
  { value: 'adjusted', label: 'Adjusted' },
  { value: 'raw', label: 'As traded' },
] as const;

/** What a run is made on: instruments, period, benchmark, and the strategy's own parameters. */
export function DataSettings() {
  const document = useActiveDocument();
  const { preferences, update } = useSettingsStore();
  const datasets = useExplorerStore((state) => state.datasets);
  const dataset = selectedDataset({ datasets }, preferences.datasetId);
  const options = datasets.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <h3>Data</h3>
      <Field label="Data set" error={datasets.length > 0 && !dataset ? 'Choose one.' : ''}>
        {(control) => (
          <Select
            {...control}
            value={preferences.datasetId}
            options={options}
            onValueChange={(datasetId) => update({ datasetId })}
          />
        )}
      </Field>
      <MoreInstruments />
      <DateSetting
        id="from"
        label="From"
        placeholder={dataset ? isoDate(dataset.firstTime) : ''}
        error={periodError(preferences, dataset)}
      />
      <DateSetting id="to" label="To" placeholder={dataset ? isoDate(dataset.lastTime) : ''} />
      <Field label="Bars">
        {(control) => (
          <Select
            {...control}
            value={preferences.interval}
            options={intervals}
            title="Longer bars are made from those loaded, which then decide what came first inside a bar"
            onValueChange={(interval) => update({ interval })}
          />
        )}
      </Field>
      {dataset?.hasAdjusted && (
        <Field label="Prices">
          {(control) => (
            <Select
              {...control}
              value={preferences.prices}
              options={prices}
              onValueChange={(chosen) => update({ prices: chosen })}
            />
          )}
        </Field>
      )}
      <Field label="Benchmark">
        {(control) => (
          <Select
            {...control}
            value={preferences.benchmarkDatasetId}
            options={[{ value: '', label: 'Buy and hold' }, ...options]}
            onValueChange={(benchmarkDatasetId) => update({ benchmarkDatasetId })}
          />
        )}
      </Field>
      <NumberSetting id="riskFreeRate" />
      <NumberSetting id="trials" />
      {document && <ParameterFields documentId={document.id} />}
    </>
  );
}
