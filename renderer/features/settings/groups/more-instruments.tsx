import { useId } from 'react';
import { useExplorerStore } from '../../explorer/explorer-store.ts';
import { instrumentsError } from '../data-error.ts';
import { isChanged } from '../setting-groups.ts';
import { useSettingsStore } from '../settings-store.ts';
import styles from './setting-group.module.css';

const item = 'moreDatasetIds';

/** Further instruments that run on the same clock as the main one. */
export function MoreInstruments() {
  const errorId = useId();
  const { preferences, choose } = useSettingsStore();
  const datasets = useExplorerStore((state) => state.datasets);
  const { datasetId, moreDatasetIds: chosen } = preferences;
  const set = (ids: readonly string[]) => choose(item, { moreDatasetIds: [...ids] });
  const others = datasets.filter(({ id }) => id !== datasetId);
  const gone = chosen.filter((id) => datasets.every((dataset) => dataset.id !== id));
  const taken = new Set(
    datasets
      .filter(({ id }) => id === datasetId || chosen.includes(id))
      .map(({ symbol }) => symbol),
  );
  const error = datasets.length === 0 ? '' : instrumentsError(preferences, datasets);
  const count = chosen.filter((id) => id !== datasetId).length;
  if (others.length === 0 && gone.length === 0) return null;
  return (
    <div className={styles.setting} data-changed={isChanged(preferences, item)}>
      <fieldset className={styles.fieldset} aria-describedby={error ? errorId : undefined}>
        <legend>Further instruments{count > 0 && ` (${count})`}</legend>
        <div className={styles.choices}>
          {[
            ...others.map(({ id, name, symbol, interval }) => ({
              id,
              name,
              detail: `${symbol}, ${interval}`,
              // One instrument cannot come twice: its positions could not be told apart.
              disabled: !chosen.includes(id) && taken.has(symbol),
            })),
            ...gone.map((id) => ({ id, name: id, detail: 'gone', disabled: false })),
          ].map(({ id, name, detail, disabled }) => (
            <label
              key={id}
              className={styles.choice}
              data-disabled={disabled}
              title={disabled ? 'The same instrument is chosen already' : undefined}
            >
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                disabled={disabled}
                onChange={({ target }) =>
                  set(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
                }
              />
              <span className={styles.choiceName}>{name}</span>
              <span className={styles.choiceDetail}>{detail}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {error && (
        <p id={errorId} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}
