import { useId } from 'react';
import { Field } from '../../../ui/field.tsx';
import { Input } from '../../../ui/input.tsx';
import { Select, type Option } from '../../../ui/select.tsx';
import {
  defaultPreferences,
  type Preferences,
} from '../../../../shared/contract/models/workspace.ts';
import { isChanged, type SettingItem } from '../setting-groups.ts';
import { fixedFields } from '../settings-fields.ts';
import { errorOf, textOf } from '../settings-state.ts';
import { useSettingsStore } from '../settings-store.ts';
import styles from './setting-group.module.css';

interface TypedProps {
  readonly id: keyof typeof fixedFields;
  readonly placeholder?: string;
  /** Wrong about it beside what its own text says. */
  readonly error?: string;
  /** What can be chosen instead of typed. */
  readonly suggestions?: readonly string[];
}

/** A setting that is typed. It is not there where it does not apply. */
export function TypedSetting({ id, placeholder, error = '', suggestions }: TypedProps) {
  const listId = useId();
  const state = useSettingsStore();
  const field = fixedFields[id];
  if (!field.applies(state.preferences)) return null;
  const changed = isChanged(state.preferences, field.item);
  const editing = state.unfinished[id] !== undefined;
  const standard = field.applies(defaultPreferences) ? field.print(defaultPreferences) : '';
  const wasHint = changed && standard !== '' ? `Default ${standard}` : '';
  return (
    <div className={styles.setting} data-changed={changed}>
      <Field
        label={field.label}
        error={errorOf(state, id) || error}
        hint={(editing && field.hint) || wasHint}
      >
        {(control) => (
          <>
            <Input
              {...control}
              numeric={field.isNumber}
              unit={field.unit}
              title={field.hint || undefined}
              placeholder={placeholder}
              list={suggestions === undefined ? undefined : listId}
              value={textOf(state, id)}
              onValueChange={(text) => state.type(id, text)}
              onBlur={() => state.settle(id)}
            />
            {suggestions !== undefined && (
              <datalist id={listId}>
                {suggestions.map((suggestion) => (
                  <option key={suggestion} value={suggestion} />
                ))}
              </datalist>
            )}
          </>
        )}
      </Field>
    </div>
  );
}

interface ChosenProps<Value extends string> {
  readonly item: SettingItem;
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly error?: string;
  readonly hint?: string;
  readonly disabled?: boolean;
  readonly changes: (value: Value) => Partial<Preferences>;
}

/** A setting that is one of a few. */
export function ChosenSetting<Value extends string>(props: ChosenProps<Value>) {
  const { item, label, value, options, error, hint, disabled = false, changes } = props;
  const { preferences, choose } = useSettingsStore();
  return (
    <div className={styles.setting} data-changed={isChanged(preferences, item)}>
      <Field label={label} error={error} hint={hint}>
        {(control) => (
          <Select
            {...control}
            disabled={disabled}
            value={value}
            options={options}
            onValueChange={(next) => choose(item, changes(next))}
          />
        )}
      </Field>
    </div>
  );
}
