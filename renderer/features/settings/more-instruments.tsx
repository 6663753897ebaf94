import { X } from 'lucide-react';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { useExplorerStore } from '../explorer/explorer-store.ts';
import styles from './run-settings.module.css';
import { useSettingsStore } from './settings-store.ts';

/** Further instruments on the main one's clock, each of another symbol. */
export function MoreInstruments() {
  const { preferences, update } = useSettingsStore();
  const datasets = useExplorerStore((state) => state.datasets);
  const { datasetId, moreDatasetIds } = preferences;
  const chosen = moreDatasetIds.flatMap((id) => datasets.filter((dataset) => dataset.id === id));
  const main = datasets.find(({ id }) => id === datasetId);
  const taken = new Set([main?.symbol, ...chosen.map(({ symbol }) => symbol)]);
  const left = datasets.filter(({ symbol }) => !taken.has(symbol));
  return (
    <>
      <Field label="More instruments">
        {(control) => (
          <Select
            {...control}
            value=""
            disabled={left.length === 0}
            options={[
              { value: '', label: left.length === 0 ? 'No others' : 'Add…' },
              ...left.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onValueChange={(id) => {
              if (id !== '') update({ moreDatasetIds: [...moreDatasetIds, id] });
            }}
          />
        )}
      </Field>
      {chosen.length > 0 && (
        <ul className={styles.instruments} aria-label="More instruments">
          {chosen.map(({ id, name, symbol }) => (
            <li key={id} title={name}>
              {symbol}
              <IconButton
                label={`Remove ${symbol}`}
                onClick={() =>
                  update({ moreDatasetIds: moreDatasetIds.filter((other) => other !== id) })
                }
              >
                <X aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
