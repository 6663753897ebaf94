import type { Preferences } from '../../../shared/contract/models/workspace.ts';
import type { Commission, EngineSettings, Slippage } from '../../../shared/engine/settings.ts';

export interface NumberField {
  readonly label: string;
  readonly unit: string;
  readonly hint: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly whole: boolean;
  /** How many of the shown units make one of the stored: 100 for a share shown in percent. */
  readonly scale: number;
  readonly read: (preferences: Preferences) => number;
  readonly write: (preferences: Preferences, value: number) => Partial<Preferences>;
}

type Shape = Omit<NumberField, 'read' | 'write'>;
type NumberSetting = {
  [Name in keyof EngineSettings]: EngineSettings[Name] extends number ? Name : never;
}[keyof EngineSettings];

function ofSettings(name: NumberSetting, shape: Shape): NumberField {
  return {
    ...shape,
    read: ({ settings }) => settings[name],
    write: ({ settings }, value) => ({ settings: { ...settings, [name]: value } }),
  };
}

/** A number of one kind of cost; NaN while another kind is chosen. */
function ofCost<Cost extends Commission | Slippage>(
  cost: 'commission' | 'slippage',
  kind: Cost['kind'],
  name: string,
  shape: Shape,
): NumberField {
  return {
    ...shape,
    read: ({ settings }) => {
      const chosen = settings[cost] as unknown as Record<string, unknown>;
      return chosen['kind'] === kind ? (chosen[name] as number) : NaN;
    },
    write: ({ settings }, value) =>
      settings[cost].kind === kind
        ? { settings: { ...settings, [cost]: { ...settings[cost], [name]: value } } }
        : {},
  };
}

function ofLimits(name: 'timeLimitSeconds' | 'memoryMegabytes', shape: Shape): NumberField {
  return {
    ...shape,
    read: ({ limits }) => limits[name],
    write: ({ limits }, value) => ({ limits: { ...limits, [name]: value } }),
  };
}

const plain = { unit: '', hint: '', minimum: 0, maximum: 1e9, whole: false, scale: 1 };
const share = { ...plain, unit: '%', maximum: 50, scale: 100 };
const yearly = { ...share, unit: '% a year', maximum: 1000 };

/** Every numeric run setting. Bounds are those of the contract's schemas. */
const table = {
  initialCash: ofSettings('initialCash', {
    ...plain,
    label: 'Starting cash',
    minimum: 0.01,
    maximum: 1e15,
  }),
  commissionRate: ofCost<Commission>('commission', 'percent', 'rate', {
    ...share,
    label: 'Commission',
    hint: 'Of the traded value',
  }),
  commissionPerShare: ofCost<Commission>('commission', 'per-share', 'perShare', {
    ...plain,
    label: 'Per unit',
    maximum: 1e6,
  }),
  commissionMinimum: ofCost<Commission>('commission', 'per-share', 'minimum', {
    ...plain,
    label: 'At least, an order',
  }),
  commissionFixed: ofCost<Commission>('commission', 'fixed-plus-percent', 'fixed', {
    ...plain,
    label: 'Fixed, an order',
  }),
  commissionPercent: ofCost<Commission>('commission', 'fixed-plus-percent', 'rate', {
    ...share,
    label: 'Plus, of the value',
  }),
  slippageRate: ofCost<Slippage>('slippage', 'percent', 'rate', {
    ...share,
    label: 'Slippage',
    hint: 'How much worse market and stop orders fill',
  }),
  slippageTicks: ofCost<Slippage>('slippage', 'ticks', 'ticks', {
    ...plain,
    label: 'Slippage',
    unit: 'ticks',
    maximum: 10_000,
  }),
  slippageImpact: ofCost<Slippage>('slippage', 'volume-share', 'impact', {
    ...plain,
    label: 'Impact',
    hint: 'Times the square of the share of the volume',
    maximum: 100,
  }),
  spreadRate: ofSettings('spreadRate', {
    ...share,
    label: 'Spread',
    hint: 'Market and stop orders pay half',
  }),
  volumeCap: ofSettings('volumeCap', {
    ...share,
    label: 'Volume cap',
    hint: 'Of a bar’s volume; 0 for none',
    maximum: 100,
  }),
  lotSize: ofSettings('lotSize', {
    ...plain,
    label: 'Lot size',
    unit: 'units',
    hint: '0 allows any fraction',
  }),
  tickSize: ofSettings('tickSize', {
    ...plain,
    label: 'Tick',
    hint: 'Smallest price step',
    minimum: 1e-9,
    maximum: 1e6,
  }),
  leverage: ofSettings('leverage', {
    ...plain,
    label: 'Leverage',
    unit: '×',
    minimum: 1,
    maximum: 100,
  }),
  maintenanceMargin: ofSettings('maintenanceMargin', {
    ...share,
    label: 'Maintenance margin',
    hint: 'Below it everything is liquidated',
    maximum: 100,
  }),
  borrowRate: ofSettings('borrowRate', { ...yearly, label: 'Borrow fee' }),
  cashInterestRate: ofSettings('cashInterestRate', { ...yearly, label: 'Interest on cash' }),
  marginInterestRate: ofSettings('marginInterestRate', { ...yearly, label: 'Interest on debt' }),
  riskFreeRate: ofSettings('riskFreeRate', {
    ...yearly,
    label: 'Risk-free rate',
    minimum: -50,
    maximum: 100,
  }),
  seed: ofSettings('seed', {
    ...plain,
    label: 'Random seed',
    maximum: 4_294_967_295,
    whole: true,
  }),
  trials: {
    ...plain,
    label: 'Variants tried',
    hint: 'For the deflated Sharpe ratio',
    minimum: 1,
    whole: true,
    read: ({ trials }: Preferences) => trials,
    write: (_preferences: Preferences, trials: number) => ({ trials }),
  },
  timeLimitSeconds: ofLimits('timeLimitSeconds', {
    ...plain,
    label: 'Time limit',
    unit: 's',
    minimum: 1,
    maximum: 3600,
  }),
  memoryMegabytes: ofLimits('memoryMegabytes', {
    ...plain,
    label: 'Memory',
    unit: 'MB',
    minimum: 128,
    maximum: 16_384,
    whole: true,
  }),
};

export type NumberFieldId = keyof typeof table;
export const numberFields: Readonly<Record<NumberFieldId, NumberField>> = table;
