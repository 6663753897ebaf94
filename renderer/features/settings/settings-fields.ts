import type { Preferences } from '../../../shared/contract/models/workspace.ts';

/** What a person typed, understood or not. */
export type Parsed<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: string };

export interface NumberField {
  readonly id: NumberFieldId;
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

export type NumberFieldId =
  | 'initialCash'
  | 'commissionRate'
  | 'slippageRate'
  | 'lotSize'
  | 'seed'
  | 'timeLimitSeconds'
  | 'memoryMegabytes';

type Shape = Omit<NumberField, 'id' | 'read' | 'write'>;

function ofSettings(
  id: 'initialCash' | 'commissionRate' | 'slippageRate' | 'lotSize' | 'seed',
  shape: Shape,
): NumberField {
  return {
    id,
    ...shape,
    read: ({ settings }) => settings[id],
    write: ({ settings }, value) => ({ settings: { ...settings, [id]: value } }),
  };
}

function ofLimits(id: 'timeLimitSeconds' | 'memoryMegabytes', shape: Shape): NumberField {
  return {
    id,
    ...shape,
    read: ({ limits }) => limits[id],
    write: ({ limits }, value) => ({ limits: { ...limits, [id]: value } }),
  };
}

const share = { unit: '%', minimum: 0, maximum: 50, whole: false, scale: 100 };

/** Every numeric run setting, in the order of the form. Bounds are those of the contract's schemas. */
export const numberFields: Record<NumberFieldId, NumberField> = {
  initialCash: ofSettings('initialCash', {
    label: 'Starting cash',
    unit: '',
    hint: '',
    minimum: 0.01,
    maximum: 1e15,
    whole: false,
    scale: 1,
  }),
  commissionRate: ofSettings('commissionRate', {
    label: 'Commission',
    hint: 'Of the traded value',
    ...share,
  }),
  slippageRate: ofSettings('slippageRate', {
    label: 'Slippage',
    hint: 'How much worse every fill is',
    ...share,
  }),
  lotSize: ofSettings('lotSize', {
    label: 'Lot size',
    unit: 'units',
    hint: '0 allows any fraction',
    minimum: 0,
    maximum: 1e9,
    whole: false,
    scale: 1,
  }),
  seed: ofSettings('seed', {
    label: 'Random seed',
    unit: '',
    hint: '',
    minimum: 0,
    maximum: 4_294_967_295,
    whole: true,
    scale: 1,
  }),
  timeLimitSeconds: ofLimits('timeLimitSeconds', {
    label: 'Time limit',
    unit: 's',
    hint: '',
    minimum: 1,
    maximum: 3600,
    whole: false,
    scale: 1,
  }),
  memoryMegabytes: ofLimits('memoryMegabytes', {
    label: 'Memory',
    unit: 'MB',
    hint: '',
    minimum: 128,
    maximum: 16_384,
    whole: true,
    scale: 1,
  }),
};

/** A number as people write it: thousands may be parted by commas, spaces or underscores. */
export function parseNumber(
  text: string,
  bounds: Pick<NumberField, 'minimum' | 'maximum' | 'whole' | 'scale'>,
): Parsed<number> {
  const typed = text.trim();
  // Thousands marks are taken only where the whole number is grouped: `0,025` is a decimal comma, and
  // to read it as 25 would be to charge a thousand times the commission.
  const grouped = /^-?[1-9]\d{0,2}([,_\s]\d{3})+(\.\d*)?$/.test(typed);
  const cleaned = grouped ? typed.replaceAll(/[,_\s]/g, '') : typed;
  if (cleaned === '') return { ok: false, error: 'Enter a number.' };
  if (!/^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cleaned)) {
    return { ok: false, error: 'This is not a number.' };
  }
  const shown = Number(cleaned);
  const { minimum, maximum, whole, scale } = bounds;
  if (whole && !Number.isInteger(shown)) return { ok: false, error: 'Enter a whole number.' };
  if (shown < minimum) return { ok: false, error: `At least ${printNumber(minimum)}.` };
  if (shown > maximum) return { ok: false, error: `At most ${printNumber(maximum)}.` };
  // 12 digits keep what was typed and drop the dust of dividing by 100.
  return { ok: true, value: scale === 1 ? shown : Number((shown / scale).toPrecision(12)) };
}

export function formatNumber(value: number, scale: number): string {
  return printNumber(scale === 1 ? value : Number((value * scale).toPrecision(12)));
}

function printNumber(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 12 });
}

/** A calendar date like 2010-12-31; an empty text means "all of the data" and is '' . */
export function parseDate(text: string): Parsed<string> {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: true, value: '' };
  const time = /^\d{4}-\d{2}-\d{2}$/.test(trimmed) ? Date.parse(`${trimmed}T00:00:00Z`) : NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== trimmed) {
    return { ok: false, error: 'Enter a date like 2010-12-31.' };
  }
  return { ok: true, value: trimmed };
}
