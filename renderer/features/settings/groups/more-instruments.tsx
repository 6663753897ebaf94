import { useExplorerStore } from '../../explorer/explorer-store.ts';
import { instrumentsError } from '../data-error.ts';
import { useSettingsStore } from '../settings-store.ts';
import { DataChoices } from './data-choices.tsx';

const item = 'moreDatasetIds';

/** Further instruments that run on the same clock as the main one. */
export function MoreInstruments() {
  const { preferences, choose } = useSettingsStore();
  const datasets = useExplorerStore((state) => state.datasets);
  const { datasetId, moreDatasetIds: chosen } = preferences;
  const others = datasets.filter(({ id }) => id !== datasetId);
  const gone = chosen.filter((id) => datasets.every((dataset) => dataset.id !== id));
  const taken = new Set(
    datasets
      .filter(({ id }) => id === datasetId || chosen.includes(id))
      .map(({ symbol }) => symbol),
  );
  const count = chosen.filter((id) => id !== datasetId).length;
  if (others.length === 0 && gone.length === 0) return null;
  return (
    <DataChoices
      item={item}
      legend={`Further instruments${count > 0 ? ` (${count})` : ''}`}
      choices={[
        ...others.map(({ id, name, symbol, interval }) => ({
          id,
          name,
          detail: `${symbol}, ${interval}`,
          // One instrument cannot come twice: its positions could not be told apart.
          refusal:
            !chosen.includes(id) && taken.has(symbol)
              ? 'The same instrument is chosen already'
              : '',
        })),
        ...gone.map((id) => ({ id, name: id, detail: 'gone', refusal: '' })),
      ]}
      chosen={chosen}
      error={datasets.length === 0 ? '' : instrumentsError(preferences, datasets)}
      onChoose={(moreDatasetIds) => choose(item, { moreDatasetIds })}
    />
  );
}
