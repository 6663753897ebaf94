import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { numberFields, type NumberFieldId } from './number-fields.ts';
import { errorOf, textOf, type DateFieldId } from './settings-state.ts';
import { useSettingsStore } from './settings-store.ts';

export function NumberSetting({ id }: { readonly id: NumberFieldId }) {
  const state = useSettingsStore();
  const { label, unit, hint } = numberFields[id];
  const showHint = state.unfinished[id] !== undefined;
  return (
    <Field label={label} error={errorOf(state, id)} hint={showHint ? hint : ''}>
      {(control) => (
        <Input
          {...control}
          numeric
          unit={unit}
          title={hint || undefined}
          value={textOf(state, id)}
          onValueChange={(text) => state.type(id, text)}
          onBlur={() => state.settle(id)}
        />
      )}
    </Field>
  );
}

interface DateSettingProps {
  readonly id: DateFieldId;
  readonly label: string;
  /** The data's own bound, which holds while the field is empty. */
  readonly placeholder: string;
  readonly error?: string;
}

export function DateSetting({ id, label, placeholder, error = '' }: DateSettingProps) {
  const state = useSettingsStore();
  return (
    <Field label={label} error={errorOf(state, id) || error}>
      {(control) => (
        <Input
          {...control}
          placeholder={placeholder}
          value={textOf(state, id)}
          onValueChange={(text) => state.type(id, text)}
          onBlur={() => state.settle(id)}
        />
      )}
    </Field>
  );
}
