import { firstCommissions, firstSlippages, withCosts } from '../fields/cost-fields.ts';
import { useSettingsStore } from '../settings-store.ts';
import { SettingGroup } from './setting-group.tsx';
import { ChosenSetting, TypedSetting } from './setting-inputs.tsx';
import { TierTable } from './tier-table.tsx';

const commissions = [
  { value: 'percent', label: 'Percent of value' },
  { value: 'per-share', label: 'Per share' },
  { value: 'fixed-plus-percent', label: 'Fixed plus percent' },
  { value: 'tiered', label: 'Tiered by value' },
] as const;

const slippages = [
  { value: 'percent', label: 'Percent of price' },
  { value: 'ticks', label: 'Ticks' },
  { value: 'volume-share', label: 'Share of volume' },
] as const;

/** What trading costs. */
export function CostsGroup() {
  const { preferences } = useSettingsStore();
  const { commission, slippage } = preferences.settings;
  return (
    <SettingGroup id="costs">
      <ChosenSetting
        item="commission"
        label="Commission"
        value={commission.kind}
        options={commissions}
        changes={(kind) => withCosts(preferences, { commission: firstCommissions[kind] })}
      />
      <TypedSetting id="commissionFixed" />
      <TypedSetting id="commissionRate" />
      <TypedSetting id="commissionPerShare" />
      <TypedSetting id="commissionMinimum" />
      <TierTable />
      <ChosenSetting
        item="slippage"
        label="Slippage"
        value={slippage.kind}
        options={slippages}
        changes={(kind) => withCosts(preferences, { slippage: firstSlippages[kind] })}
      />
      <TypedSetting id="slippageRate" />
      <TypedSetting id="slippageTicks" />
      <TypedSetting id="slippageImpact" />
      <TypedSetting id="spreadRate" />
    </SettingGroup>
  );
}
