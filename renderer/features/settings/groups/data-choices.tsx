import { useId } from 'react';
import { TickRow } from '../../../ui/tick-row.tsx';
import { isChanged, type SettingItem } from '../setting-groups.ts';
import { useSettingsStore } from '../settings-store.ts';
import styles from './setting-group.module.css';

export interface DataChoice {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  /** Why it cannot be ticked now, or ''. */
  readonly refusal: string;
}

interface Props {
  readonly item: SettingItem;
  readonly legend: string;
  readonly choices: readonly DataChoice[];
  readonly chosen: readonly string[];
  readonly error: string;
  readonly onChoose: (ids: string[]) => void;
}

/** A list of data to tick. */
export function DataChoices({ item, legend, choices, chosen, error, onChoose }: Props) {
  const errorId = useId();
  const { preferences } = useSettingsStore();
  return (
    <div className={styles.setting} data-changed={isChanged(preferences, item)}>
      <fieldset className={styles.fieldset} aria-describedby={error ? errorId : undefined}>
        <legend>{legend}</legend>
        <div className={styles.choices}>
          {choices.map(({ id, name, detail, refusal }) => (
            <TickRow
              key={id}
              name={name}
              checked={chosen.includes(id)}
              disabled={refusal !== ''}
              title={refusal || undefined}
              onToggle={(isTicked) =>
                onChoose(isTicked ? [...chosen, id] : chosen.filter((other) => other !== id))
              }
            >
              <span className={styles.choiceDetail}>{detail}</span>
            </TickRow>
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
