import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { NumberSetting } from './setting-field.tsx';
import { useSettingsStore } from './settings-store.ts';

const sandboxes = [
  { value: 'auto', label: 'Automatic' },
  { value: 'docker', label: 'Container' },
  { value: 'embedded', label: 'Embedded' },
] as const;

export function SandboxSettings() {
  const { preferences, update } = useSettingsStore();
  return (
    <>
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
    </>
  );
}
