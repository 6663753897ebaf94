import { RotateCcw } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { useActiveDocument } from '../editor/editor-store.ts';
import { selectedDataset, useExplorerStore } from '../explorer/explorer-store.ts';
import { ParameterFields } from '../run/parameter-fields.tsx';
import { DateSetting, NumberSetting } from './setting-field.tsx';
import styles from './run-settings.module.css';
import { isoDate, periodError } from './settings-state.ts';
import { useSettingsStore } from './settings-store.ts';

const fills = [
  { value: 'next-open', label: 'Next open' },
  { value: 'close', label: 'This close (optimistic)' },
] as const;

const sandboxes = [
  { value: 'auto', label: 'Automatic' },
  { value: 'docker', label: 'Container' },
  { value: 'embedded', label: 'Embedded' },
] as const;

/** Everything a run is given beside the code, on one compact sheet. */
export function RunSettings() {
  const document = useActiveDocument();
  const { preferences, update, resetRunSettings } = useSettingsStore();
  const datasets = useExplorerStore((state) => state.datasets);
  const dataset = selectedDataset({ datasets }, preferences.datasetId);
  const { settings } = preferences;
  const wrongPeriod = periodError(preferences, dataset);
  return (
    <div data-testid="run-settings">
      <div className={styles.columns}>
        <div className={styles.column}>
          <h3>Data</h3>
          <Field label="Data set" error={datasets.length > 0 && !dataset ? 'Choose one.' : ''}>
            {(control) => (
              <Select
                {...control}
                value={preferences.datasetId}
                options={datasets.map(({ id, name }) => ({ value: id, label: name }))}
                onValueChange={(datasetId) => update({ datasetId })}
              />
            )}
          </Field>
          <DateSetting
            id="from"
            label="From"
            placeholder={dataset ? isoDate(dataset.firstTime) : ''}
            error={wrongPeriod}
          />
          <DateSetting id="to" label="To" placeholder={dataset ? isoDate(dataset.lastTime) : ''} />
          {document && <ParameterFields documentId={document.id} />}
        </div>
        <div className={styles.column}>
          <h3>Money</h3>
          <NumberSetting id="initialCash" />
          <NumberSetting id="commissionRate" />
          <NumberSetting id="slippageRate" />
          <Field label="Orders fill at">
            {(control) => (
              <Select
                {...control}
                value={settings.fillAt}
                options={fills}
                onValueChange={(fillAt) => update({ settings: { ...settings, fillAt } })}
              />
            )}
          </Field>
          <NumberSetting id="lotSize" />
          <h3>Sandbox</h3>
          <Field label="Kind">
            {(control) => (
              <Select
                {...control}
                value={preferences.sandbox}
                options={sandboxes}
                onValueChange={(sandbox) => update({ sandbox })}
              />
            )}
          </Field>
          <NumberSetting id="timeLimitSeconds" />
          <NumberSetting id="memoryMegabytes" />
          <NumberSetting id="seed" />
        </div>
      </div>
      <div className={styles.footer}>
        <span>Kept for the next runs and written into every result.</span>
        <Button variant="ghost" onClick={resetRunSettings}>
          <RotateCcw aria-hidden="true" />
          Reset
        </Button>
      </div>
    </div>
  );
}
