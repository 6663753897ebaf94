import type { RunLimits } from '../../../../shared/contract/models/run.ts';
import type { EngineSettings } from '../../../../shared/engine/settings.ts';
import { inPercent, numberField, textField, type SettingField } from './field.ts';
import type { NumberBounds } from './parse-number.ts';
import { parseClock, parseDate, parseTimeZone, printClock } from './parse-text.ts';

/** The settings that are one number each. */
type NumberSetting = {
  [Name in keyof EngineSettings]: EngineSettings[Name] extends number ? Name : never;
}[keyof EngineSettings];

interface Shape extends Partial<NumberBounds> {
  readonly label: string;
  readonly unit?: string;
  readonly hint?: string;
}

const ofSettings = (item: NumberSetting, shape: Shape): SettingField =>
  numberField({
    item,
    ...shape,
    read: ({ settings }) => settings[item],
    write: ({ settings }, value) => ({ settings: { ...settings, [item]: value } }),
  });

const ofLimits = (item: Exclude<keyof RunLimits, 'network'>, shape: Shape): SettingField =>
  numberField({
    item,
    ...shape,
    read: ({ limits }) => limits[item],
    write: ({ limits }, value) => ({ limits: { ...limits, [item]: value } }),
  });

const ofPeriod = (item: 'from' | 'to', label: string): SettingField =>
  textField({
    item,
    label,
    parse: parseDate,
    print: (preferences) => preferences[item],
    write: (_, value) => ({ [item]: value }),
  });

const yearlyRate = { ...inPercent, unit: '% a year', maximum: 1000 };

/** Every typed setting but those of commission and slippage. Bounds are those of the contract. */
export const plainFields = {
  from: ofPeriod('from', 'From'),
  to: ofPeriod('to', 'To'),
  initialCash: ofSettings('initialCash', { label: 'Starting cash', minimum: 0.01, maximum: 1e15 }),
  spreadRate: ofSettings('spreadRate', {
    label: 'Spread',
    ...inPercent,
    maximum: 50,
    hint: 'Of the price; market and stop orders pay half of it',
  }),
  volumeCap: ofSettings('volumeCap', {
    label: 'Volume cap',
    ...inPercent,
    maximum: 100,
    hint: 'Most of a bar’s volume that is filled; 0 sets no cap',
  }),
  lotSize: ofSettings('lotSize', {
    label: 'Lot size',
    unit: 'units',
    maximum: 1e9,
    hint: '0 allows any fraction',
  }),
  tickSize: ofSettings('tickSize', {
    label: 'Tick size',
    minimum: 1e-9,
    maximum: 1e6,
    hint: 'The smallest price step; used by slippage in ticks',
  }),
  leverage: ofSettings('leverage', {
    label: 'Leverage',
    unit: '×',
    minimum: 1,
    maximum: 100,
    hint: 'Value of all positions over equity that an order may lead to',
  }),
  maintenanceMargin: ofSettings('maintenanceMargin', {
    label: 'Maintenance margin',
    ...inPercent,
    maximum: 100,
    hint: 'Below this share of the positions’ value, equity calls for their liquidation',
  }),
  borrowRate: ofSettings('borrowRate', {
    label: 'Borrow fee',
    ...yearlyRate,
    hint: 'On the value of short positions',
  }),
  cashInterestRate: ofSettings('cashInterestRate', {
    label: 'Cash interest',
    ...yearlyRate,
    hint: 'Not on the proceeds of short sales',
  }),
  marginInterestRate: ofSettings('marginInterestRate', {
    label: 'Margin interest',
    ...yearlyRate,
    hint: 'Paid on borrowed cash',
  }),
  riskFreeRate: ofSettings('riskFreeRate', {
    label: 'Risk-free rate',
    ...yearlyRate,
    minimum: -50,
    maximum: 100,
    hint: 'Used by figures such as the Sharpe ratio; fills do not change',
  }),
  timeZone: textField({
    item: 'timeZone',
    label: 'Time zone',
    hint: 'Where a session’s day begins and ends',
    parse: parseTimeZone,
    print: ({ settings }) => settings.timeZone,
    write: ({ settings }, timeZone) => ({ settings: { ...settings, timeZone } }),
  }),
  sessionStart: textField({
    item: 'sessionStart',
    label: 'Session starts at',
    hint: 'Local time, 18:00 for a session that opens on the evening before',
    parse: parseClock,
    print: ({ settings }) => printClock(settings.sessionStart),
    write: ({ settings }, sessionStart) => ({ settings: { ...settings, sessionStart } }),
  }),
  trials: numberField({
    item: 'trials',
    label: 'Variants tried',
    minimum: 1,
    maximum: 1e9,
    whole: true,
    hint: 'This one included; the deflated Sharpe ratio discounts for them',
    read: ({ trials }) => trials,
    write: (_, trials) => ({ trials }),
  }),
  seed: ofSettings('seed', {
    label: 'Random seed',
    maximum: 4_294_967_295,
    whole: true,
    hint: 'Of this.random()',
  }),
  timeLimitSeconds: ofLimits('timeLimitSeconds', {
    label: 'Time limit',
    unit: 's',
    minimum: 1,
    maximum: 3600,
  }),
  memoryMegabytes: ofLimits('memoryMegabytes', {
    label: 'Memory',
    unit: 'MB',
    minimum: 128,
    maximum: 16_384,
    whole: true,
  }),
  cpus: ofLimits('cpus', { label: 'Processors', minimum: 0.1, maximum: 16 }),
} satisfies Record<string, SettingField>;
