import { useState } from 'react';
import {
  defaultSettings,
  type Commission,
  type Slippage,
} from '../../../shared/engine/settings.ts';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import type { NumberFieldId } from './number-fields.ts';
import { formatTiers, parseTiers } from './commission-tiers.ts';
import { NumberSetting } from './setting-field.tsx';
import { SettingsGroup } from './settings-group.tsx';
import { useSettingsStore } from './settings-store.ts';

const commissions: readonly { value: Commission['kind']; label: string }[] = [
  { value: 'percent', label: 'Percent' },
  { value: 'per-share', label: 'Per unit, with a minimum' },
  { value: 'fixed-plus-percent', label: 'Fixed plus percent' },
  { value: 'tiered', label: 'Tiered by value' },
];

const freshCommission: Record<Commission['kind'], Commission> = {
  percent: defaultSettings.commission,
  'per-share': { kind: 'per-share', perShare: 0.005, minimum: 1 },
  'fixed-plus-percent': { kind: 'fixed-plus-percent', fixed: 1, rate: 0.0005 },
  tiered: {
    kind: 'tiered',
    tiers: [
      { upTo: 10_000, rate: 0.001 },
      { upTo: null, rate: 0.0005 },
    ],
  },
};

const commissionFields: Record<Commission['kind'], readonly NumberFieldId[]> = {
  percent: ['commissionRate'],
  'per-share': ['commissionPerShare', 'commissionMinimum'],
  'fixed-plus-percent': ['commissionFixed', 'commissionPercent'],
  tiered: [],
};

const slippages: readonly { value: Slippage['kind']; label: string }[] = [
  { value: 'percent', label: 'Percent' },
  { value: 'ticks', label: 'Ticks' },
  { value: 'volume-share', label: 'By share of volume' },
];

const freshSlippage: Record<Slippage['kind'], Slippage> = {
  percent: defaultSettings.slippage,
  ticks: { kind: 'ticks', ticks: 1 },
  'volume-share': { kind: 'volume-share', impact: 0.1 },
};

const slippageFields: Record<Slippage['kind'], readonly NumberFieldId[]> = {
  percent: ['slippageRate'],
  ticks: ['slippageTicks', 'tickSize'],
  'volume-share': ['slippageImpact'],
};

/** What trading costs: the two that every run has in sight, their kinds and the rest folded. */
export function CostSettings() {
  const { preferences, update } = useSettingsStore();
  const { settings } = preferences;
  const { commission, slippage } = settings;
  return (
    <>
      <h3>Costs</h3>
      {commissionFields[commission.kind].map((id) => (
        <NumberSetting key={id} id={id} />
      ))}
      {commission.kind === 'tiered' && <TierSetting />}
      {slippageFields[slippage.kind].map((id) => (
        <NumberSetting key={id} id={id} />
      ))}
      <SettingsGroup
        title="Cost models"
        settings={['commission', 'slippage', 'spreadRate', 'volumeCap']}
      >
        <Field label="Commission is">
          {(control) => (
            <Select
              {...control}
              value={commission.kind}
              options={commissions}
              onValueChange={(kind) =>
                update({ settings: { ...settings, commission: freshCommission[kind] } })
              }
            />
          )}
        </Field>
        <Field label="Slippage is">
          {(control) => (
            <Select
              {...control}
              value={slippage.kind}
              options={slippages}
              onValueChange={(kind) =>
                update({ settings: { ...settings, slippage: freshSlippage[kind] } })
              }
            />
          )}
        </Field>
        <NumberSetting id="spreadRate" />
        <NumberSetting id="volumeCap" />
      </SettingsGroup>
    </>
  );
}

function TierSetting() {
  const { preferences, update } = useSettingsStore();
  const { settings } = preferences;
  const [typed, setTyped] = useState<string>();
  const { commission } = settings;
  if (commission.kind !== 'tiered') return null;
  const parsed = typed === undefined ? undefined : parseTiers(typed);
  return (
    <Field
      label="Tiers"
      hint="Value up to = rate; * ends the table"
      error={parsed !== undefined && !parsed.ok ? parsed.error : ''}
    >
      {(control) => (
        <Input
          {...control}
          value={typed ?? formatTiers(commission.tiers)}
          onValueChange={(text) => {
            setTyped(text);
            const tiers = parseTiers(text);
            if (!tiers.ok) return;
            update({
              settings: { ...settings, commission: { kind: 'tiered', tiers: tiers.value } },
            });
          }}
          onBlur={() => {
            if (parsed?.ok) setTyped(undefined);
          }}
        />
      )}
    </Field>
  );
}
