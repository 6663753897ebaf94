import type { NumberField } from './number-fields.ts';

/** What a person typed, understood or not. */
export type Parsed<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: string };

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
