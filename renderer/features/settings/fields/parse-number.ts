import { refused, type Parsed } from './parsed.ts';

/** In the units that are shown. */
export interface NumberBounds {
  readonly minimum: number;
  readonly maximum: number;
  readonly whole: boolean;
  /** How many of the shown units make one of the stored: 100 for a share shown in percent. */
  readonly scale: number;
  /** The bounds themselves are not allowed. */
  readonly exclusive?: boolean;
}

/** A number as people write it: thousands may be parted by commas, spaces or underscores. */
export function parseNumber(text: string, bounds: NumberBounds): Parsed<number> {
  const typed = text.trim();
  // Thousands marks are taken only where the whole number is grouped: `0,025` is a decimal comma, and
  // to read it as 25 would be to charge a thousand times the commission.
  const grouped = /^-?[1-9]\d{0,2}([,_\s]\d{3})+(\.\d*)?$/.test(typed);
  const cleaned = grouped ? typed.replaceAll(/[,_\s]/g, '') : typed;
  if (cleaned === '') return refused('Enter a number.');
  if (!/^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cleaned)) {
    return refused('This is not a number.');
  }
  const shown = Number(cleaned);
  if (!Number.isFinite(shown)) return refused('This number is too large.');
  const { whole, scale } = bounds;
  if (whole && !Number.isInteger(shown)) return refused('Enter a whole number.');
  const outside = boundsError(shown, bounds);
  if (outside !== undefined) return refused(outside);
  // 12 digits keep what was typed and drop the dust of dividing by 100.
  return { ok: true, value: scale === 1 ? shown : Number((shown / scale).toPrecision(12)) };
}

function boundsError(shown: number, bounds: NumberBounds): string | undefined {
  const { minimum, maximum, exclusive } = bounds;
  if (exclusive === true) {
    if (shown <= minimum) return `Above ${printDigits(minimum)}.`;
    return shown >= maximum ? `Below ${printDigits(maximum)}.` : undefined;
  }
  if (shown < minimum) return `At least ${printDigits(minimum)}.`;
  return shown > maximum ? `At most ${printDigits(maximum)}.` : undefined;
}

export function printNumber(value: number, scale = 1): string {
  return printDigits(scale === 1 ? value : Number((value * scale).toPrecision(12)));
}

function printDigits(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 12 });
}
