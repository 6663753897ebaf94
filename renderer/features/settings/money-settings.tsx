import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import { NumberSetting } from './setting-field.tsx';
import { SettingsGroup } from './settings-group.tsx';
import { useSettingsStore } from './settings-store.ts';

const fills = [
  { value: 'next-open', label: 'Next open' },
  { value: 'close', label: 'This close (optimistic)' },
] as const;

const ends = [
  { value: 'leave-open', label: 'Left open' },
  { value: 'last-open', label: 'Closed at the last open' },
  { value: 'last-close', label: 'Closed at the last close' },
] as const;

export function MoneySettings() {
  const { preferences, update } = useSettingsStore();
  const { settings } = preferences;
  return (
    <>
      <h3>Money</h3>
      <NumberSetting id="initialCash" />
      <Field label="Market orders fill at">
        {(control) => (
          <Select
            {...control}
            value={settings.fillAt}
            options={fills}
            onValueChange={(fillAt) => update({ settings: { ...settings, fillAt } })}
          />
        )}
      </Field>
      <Field label="Positions at the end">
        {(control) => (
          <Select
            {...control}
            value={settings.atEnd}
            options={ends}
            onValueChange={(atEnd) => update({ settings: { ...settings, atEnd } })}
          />
        )}
      </Field>
      <NumberSetting id="lotSize" />
    </>
  );
}

const marginFields = [
  'leverage',
  'maintenanceMargin',
  'borrowRate',
  'cashInterestRate',
  'marginInterestRate',
] as const;

export function MarginSettings() {
  return (
    <SettingsGroup title="Margin and interest" settings={marginFields}>
      {marginFields.map((id) => (
        <NumberSetting key={id} id={id} />
      ))}
    </SettingsGroup>
  );
}

const zones = Intl.supportedValuesOf('timeZone');

export function SessionSettings() {
  const { preferences, update } = useSettingsStore();
  const { settings } = preferences;
  const { timeZone, sessionStart } = settings;
  const clock = `${String(Math.floor(sessionStart / 60)).padStart(2, '0')}:${String(sessionStart % 60).padStart(2, '0')}`;
  return (
    <SettingsGroup title="Sessions" settings={['timeZone', 'sessionStart']}>
      <Field label="Time zone">
        {(control) => (
          <Select
            {...control}
            value={timeZone}
            options={['UTC', ...zones].map((zone) => ({ value: zone, label: zone }))}
            onValueChange={(zone) => update({ settings: { ...settings, timeZone: zone } })}
          />
        )}
      </Field>
      <Field label="A session begins at">
        {(control) => (
          <Input
            {...control}
            type="time"
            value={clock}
            onValueChange={(text) => {
              const [hours = NaN, minutes = NaN] = text.split(':').map(Number);
              const start = hours * 60 + minutes;
              if (Number.isInteger(start)) {
                update({ settings: { ...settings, sessionStart: start } });
              }
            }}
          />
        )}
      </Field>
    </SettingsGroup>
  );
}
