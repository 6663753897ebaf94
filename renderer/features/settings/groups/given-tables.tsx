import { maximumTables } from '../../../../shared/contract/models/run.ts';
import { useExplorerStore } from '../../explorer/explorer-store.ts';
import { formatCount } from '../../results/format/format-number.ts';
import { tablesError } from '../data-error.ts';
import { useSettingsStore } from '../settings-store.ts';
import { DataChoices } from './data-choices.tsx';

const item = 'tableIds';

/** The tables that a run is given: its script can load these and no others. */
export function GivenTables() {
  const { preferences, choose } = useSettingsStore();
  const { datasets, tables } = useExplorerStore();
  const { tableIds: chosen } = preferences;
  const gone = chosen.filter((id) => tables.every((table) => table.id !== id));
  if (tables.length === 0 && gone.length === 0) return null;
  const isFull = chosen.length >= maximumTables;
  return (
    <DataChoices
      item={item}
      legend={`Tables that scripts can load${chosen.length > 0 ? ` (${chosen.length})` : ''}`}
      choices={[
        ...tables.map(({ id, name, barCount }) => ({
          id,
          name,
          detail: formatCount(barCount, 'row'),
          refusal:
            isFull && !chosen.includes(id) ? `A run is given at most ${maximumTables} tables` : '',
        })),
        ...gone.map((id) => ({ id, name: id, detail: 'gone', refusal: '' })),
      ]}
      chosen={chosen}
      error={datasets.length === 0 ? '' : tablesError(preferences, tables)}
      onChoose={(tableIds) => choose(item, { tableIds })}
    />
  );
}
