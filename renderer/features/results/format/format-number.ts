/** Printed for a figure that does not exist. Never a made-up zero. */
export const notAvailable = 'n/a';

export interface NumberStyle {
  /** Print a plus before gains, so that direction does not rest on colour alone. */
  readonly signed?: boolean;
  readonly minimumDigits?: number;
  readonly maximumDigits?: number;
}

type MaybeNumber = number | null | undefined;

/** From here on digits no longer fit any column, so the exponent is printed. */
const exponentFrom = 1e15;

const formatters = new Map<string, Intl.NumberFormat>();

/** A grouped decimal number, "1,234.50". The minus is U+2212: as wide as a plus, and read aloud. */
export function formatNumber(value: MaybeNumber, style: NumberStyle = {}): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return notAvailable;
  const { minimumDigits = 0, maximumDigits = Math.max(2, minimumDigits), signed = false } = style;
  const size = Math.abs(value);
  const digits =
    size >= exponentFrom
      ? size.toExponential(2).replace('+', '')
      : formatterFor(minimumDigits, maximumDigits).format(size);
  return signOf(value, digits, signed) + digits;
}

/** A share as per cent: 0.1234 is "12.34%". */
export function formatPercent(value: MaybeNumber, style: NumberStyle = {}): string {
  if (value === null || value === undefined) return notAvailable;
  const text = formatNumber(value * 100, { minimumDigits: 2, ...style });
  return text === notAvailable ? text : `${text}%`;
}

/** Money in the instrument's currency, which the data does not name: two decimals, no symbol. */
export function formatMoney(value: MaybeNumber, style: NumberStyle = {}): string {
  return formatNumber(value, { minimumDigits: 2, ...style });
}

const compactUnits: readonly [size: number, suffix: string][] = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'k'],
];

/** Money for an axis: "950", "12.5k", "3M". */
export function formatCompactMoney(value: MaybeNumber): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return notAvailable;
  const unit = compactUnits.find(([size]) => Math.abs(value) >= size);
  if (unit === undefined || Math.abs(value) >= exponentFrom) return formatNumber(value);
  return formatNumber(value / unit[0], { maximumDigits: 2 }) + unit[1];
}

/** "1 trade", "5,104 bars". */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(count, { maximumDigits: 0 })} ${count === 1 ? singular : plural}`;
}

/** What rounds to zero has no direction: never "−0.00". */
function signOf(value: number, digits: string, signed: boolean): string {
  if (!/[1-9]/.test(digits)) return '';
  if (value < 0) return '−';
  return signed ? '+' : '';
}

function formatterFor(minimumDigits: number, maximumDigits: number): Intl.NumberFormat {
  const key = `${minimumDigits}-${maximumDigits}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat('en-US', {
      minimumFractionDigits: minimumDigits,
      maximumFractionDigits: maximumDigits,
    });
    formatters.set(key, formatter);
  }
  return formatter;
}
