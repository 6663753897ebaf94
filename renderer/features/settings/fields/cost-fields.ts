import type { Preferences } from '../../../../shared/contract/models/workspace.ts';
import type { Commission, Slippage } from '../../../../shared/engine/settings.ts';
import { inPercent, numberField, type SettingField } from './field.ts';

/** What a kind of commission starts from when it is chosen. */
export const firstCommissions: { readonly [Kind in Commission['kind']]: Commission } = {
  percent: { kind: 'percent', rate: 0.0005 },
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

export const firstSlippages: { readonly [Kind in Slippage['kind']]: Slippage } = {
  percent: { kind: 'percent', rate: 0.0005 },
  ticks: { kind: 'ticks', ticks: 1 },
  'volume-share': { kind: 'volume-share', impact: 0.1 },
};

/** The same preferences with another commission or slippage. */
export function withCosts(
  { settings }: Preferences,
  costs: Partial<Pick<Preferences['settings'], 'commission' | 'slippage'>>,
): Pick<Preferences, 'settings'> {
  return { settings: { ...settings, ...costs } };
}

interface Shape {
  readonly label: string;
  readonly unit?: string;
  readonly hint?: string;
  readonly scale?: number;
  readonly maximum: number;
}

/** The number `name` of whichever kind of commission has one. */
function ofCommission(name: 'rate' | 'perShare' | 'minimum' | 'fixed', shape: Shape): SettingField {
  return numberField({
    item: 'commission',
    ...shape,
    read: ({ settings }) => numberNamed(settings.commission, name),
    write(preferences, value) {
      const { commission } = preferences.settings;
      return withCosts(preferences, { commission: { ...commission, [name]: value } });
    },
  });
}

function ofSlippage(name: 'rate' | 'ticks' | 'impact', shape: Shape): SettingField {
  return numberField({
    item: 'slippage',
    ...shape,
    read: ({ settings }) => numberNamed(settings.slippage, name),
    write(preferences, value) {
      const { slippage } = preferences.settings;
      return withCosts(preferences, { slippage: { ...slippage, [name]: value } });
    },
  });
}

function numberNamed(costs: Commission | Slippage, name: string): number | undefined {
  const value = (costs as unknown as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'number' ? value : undefined;
}

/** The typed settings of commission and slippage, whatever their kind. */
export const costFields = {
  commissionRate: ofCommission('rate', {
    label: 'Commission rate',
    ...inPercent,
    maximum: 50,
    hint: 'Of the traded value',
  }),
  commissionPerShare: ofCommission('perShare', { label: 'Commission per share', maximum: 1e6 }),
  commissionMinimum: ofCommission('minimum', { label: 'Least per order', maximum: 1e9 }),
  commissionFixed: ofCommission('fixed', { label: 'Fixed per order', maximum: 1e9 }),
  slippageRate: ofSlippage('rate', {
    label: 'Slippage rate',
    ...inPercent,
    maximum: 50,
    hint: 'How much worse market and stop orders fill',
  }),
  slippageTicks: ofSlippage('ticks', { label: 'Slippage in ticks', maximum: 10_000 }),
  slippageImpact: ofSlippage('impact', {
    label: 'Price impact',
    maximum: 100,
    hint: 'Times the square of the order’s share of the bar’s volume',
  }),
} satisfies Record<string, SettingField>;
