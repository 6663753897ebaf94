import { Database, FileUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Dataset } from '../../../shared/contract/models/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { isoDate } from '../settings/data-error.ts';
import { useSettingsStore } from '../settings/settings-store.ts';
import styles from './explorer.module.css';
import { useExplorerStore } from './explorer-store.ts';
import { Row } from './row.tsx';
import { Section } from './section.tsx';

/** The data that runs can use; the chosen one is marked. */
export function DataSection() {
  const { datasets, importing, importData, removeDataset } = useExplorerStore();
  const { preferences, update } = useSettingsStore();
  const [removing, setRemoving] = useState<Dataset | null>(null);
  return (
    <Section
      title="Data"
      actions={
        importing ? (
          <Spinner label="Reading the file" />
        ) : (
          <IconButton label="Import data (CSV)" onClick={() => void importData()}>
            <FileUp />
          </IconButton>
        )
      }
    >
      {datasets.length === 0 && <p className={styles.none}>No data yet. Import a CSV file.</p>}
      <ul>
        {datasets.map((dataset) => (
          <Row
            key={dataset.id}
            icon={<Database aria-hidden="true" />}
            name={dataset.name}
            detail={dataset.interval}
            tooltip={describe(dataset)}
            current={dataset.id === preferences.datasetId}
            onOpen={() => update({ datasetId: dataset.id })}
            actions={
              dataset.builtIn ? undefined : (
                <IconButton label={`Remove ${dataset.name}`} onClick={() => setRemoving(dataset)}>
                  <Trash2 />
                </IconButton>
              )
            }
          />
        ))}
      </ul>
      {removing && (
        <Dialog
          title={`Remove “${removing.name}”?`}
          width={420}
          onClose={() => setRemoving(null)}
          footer={
            <>
              <Button onClick={() => setRemoving(null)}>Keep</Button>
              <Button
                variant="danger"
                onClick={() => {
                  setRemoving(null);
                  void removeDataset(removing);
                }}
              >
                Remove
              </Button>
            </>
          }
        >
          The data is deleted from Stratbox. Its runs stay in the list; your file is not touched.
        </Dialog>
      )}
    </Section>
  );
}

function describe({ name, barCount, firstTime, lastTime, warnings, origin }: Dataset): string {
  const range = `${barCount.toLocaleString('en-US')} bars, ${isoDate(firstTime)} to ${isoDate(lastTime)}`;
  const noted = warnings.length > 0 ? ` Note: ${warnings.join(' ')}` : '';
  return `${name}: ${range}. ${origin}${noted}`;
}
