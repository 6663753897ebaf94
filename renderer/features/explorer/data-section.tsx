import { Database, FileUp, Table2, TableProperties, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Dataset } from '../../../shared/contract/models/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { formatCount } from '../results/format/format-number.ts';
import { isoDate } from '../settings/data-error.ts';
import { useSettingsStore } from '../settings/settings-store.ts';
import styles from './explorer.module.css';
import { useExplorerStore } from './explorer-store.ts';
import { Row } from './row.tsx';
import { Section } from './section.tsx';
import { toggleTable } from './take-imported.ts';

/** The data that runs can use; the chosen bars and the tables that runs are given are marked. */
export function DataSection() {
  const { datasets, tables, importing, importData, removeDataset } = useExplorerStore();
  const { preferences, update } = useSettingsStore();
  const [removing, setRemoving] = useState<Dataset | null>(null);
  const removeButton = (dataset: Dataset) => (
    <IconButton label={`Remove ${dataset.name}`} onClick={() => setRemoving(dataset)}>
      <Trash2 />
    </IconButton>
  );
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
            actions={dataset.builtIn ? undefined : removeButton(dataset)}
          />
        ))}
        {tables.map((table) => {
          const given = preferences.tableIds.includes(table.id);
          return (
            <Row
              key={table.id}
              icon={given ? <TableProperties aria-hidden="true" /> : <Table2 aria-hidden="true" />}
              name={table.name}
              detail={formatCount(table.barCount, 'row')}
              tooltip={describeTable(table, given)}
              pressed={given}
              onOpen={() => toggleTable(table.id)}
              actions={removeButton(table)}
            />
          );
        })}
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

/** More names than this are a list to read, not a hint. */
const namedColumns = 12;

function describeTable(table: Dataset, given: boolean): string {
  const { name, columns, warnings } = table;
  const names = columns.slice(0, namedColumns).map((column) => column.name);
  const more = columns.length - names.length;
  const listed = more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
  const noted = warnings.length > 0 ? ` Note: ${warnings.join(' ')}` : '';
  const use = given
    ? 'Runs are given this table; click to take it from them.'
    : 'Runs are not given this table; click to give it to them.';
  return `${name}: ${formatCount(table.barCount, 'row')} of ${listed}. ${use}${noted}`;
}
