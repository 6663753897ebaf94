import { formatTime } from '../bars/format-time.ts';
import type { Metric } from '../contract/models/run.ts';

export const missing = 'n/a';

/** From here on digits no longer fit a column. */
const exponentFrom = 1e15;

/** A grouped number with a true minus sign, as wide as a plus: "−1,234.50". */
export function formatNumber(value: number, digits = 2, minimumDigits = digits): string {
  if (!Number.isFinite(value)) return missing;
  const size = Math.abs(value);
  const text =
    size >= exponentFrom
      ? size.toExponential(2).replace('+', '')
      : size.toLocaleString('en-US', {
          minimumFractionDigits: minimumDigits,
          maximumFractionDigits: digits,
        });
  // What rounds to zero has no sign.
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** A share as per cent: 0.1234 is "12.34%". */
export function formatPercent(share: number, digits = 2): string {
  const text = formatNumber(share * 100, digits);
  return text === missing ? text : `${text}%`;
}

/** A price with the digits that its size deserves; the CSV report has all of them. */
export function formatPrice(price: number): string {
  const size = Math.abs(price);
  return formatNumber(price, size >= 100 ? 2 : size >= 1 ? 4 : 8, 2);
}

/** "1 bar", "5,104 bars". */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(count, 0)} ${count === 1 ? singular : plural}`;
}

/** A bar's time, or "n/a". */
export function formatBarTime(time: number | null): string {
  return time === null ? missing : formatTime(time);
}

export function formatMetric({ value, unit }: Metric): string {
  if (value === null) return missing;
  switch (unit) {
    case 'percent':
      return formatPercent(value);
    case 'count':
      return formatNumber(value, 1, 0);
    case 'days':
      return Number.isInteger(value) ? formatCount(value, 'day') : `${formatNumber(value, 1)} days`;
    case 'date':
      return formatBarTime(value);
    case 'money':
    case 'ratio':
      return formatNumber(value);
  }
}
