import { useSettingsStore } from '../settings-store.ts';
import { SettingGroup } from './setting-group.tsx';
import { ChosenSetting, TypedSetting } from './setting-inputs.tsx';

const fills = [
  { value: 'next-open', label: 'At next open' },
  { value: 'close', label: 'At this close (optimistic)' },
] as const;

const ends = [
  { value: 'leave-open', label: 'Leave open' },
  { value: 'last-open', label: 'Close at last open' },
  { value: 'last-close', label: 'Close at last close' },
] as const;

const timeZones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

export function MoneyGroup() {
  return (
    <SettingGroup id="money">
      <TypedSetting id="initialCash" />
    </SettingGroup>
  );
}

/** When and how much is filled. */
export function OrdersGroup() {
  const { settings } = useSettingsStore((state) => state.preferences);
  return (
    <SettingGroup id="orders">
      <ChosenSetting
        item="fillAt"
        label="Market orders fill"
        value={settings.fillAt}
        options={fills}
        changes={(fillAt) => ({ settings: { ...settings, fillAt } })}
      />
      <ChosenSetting
        item="atEnd"
        label="Positions at end"
        value={settings.atEnd}
        options={ends}
        changes={(atEnd) => ({ settings: { ...settings, atEnd } })}
      />
      <TypedSetting id="lotSize" />
      <TypedSetting id="tickSize" />
      <TypedSetting id="volumeCap" />
    </SettingGroup>
  );
}

export function MarginGroup() {
  return (
    <SettingGroup id="margin">
      <TypedSetting id="leverage" />
      <TypedSetting id="maintenanceMargin" />
      <TypedSetting id="borrowRate" />
      <TypedSetting id="cashInterestRate" />
      <TypedSetting id="marginInterestRate" />
    </SettingGroup>
  );
}

/** What the figures go by. */
export function FiguresGroup() {
  return (
    <SettingGroup id="figures">
      <TypedSetting id="riskFreeRate" />
      <TypedSetting id="timeZone" suggestions={timeZones} />
      <TypedSetting id="sessionStart" />
      <TypedSetting id="trials" />
    </SettingGroup>
  );
}
