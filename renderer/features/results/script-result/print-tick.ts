import { formatCompactMoney, formatNumber, notAvailable } from '../format/format-number.ts';

/** A value beside an axis, which has room for about seven signs. */
export function printTick(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return notAvailable;
  const size = Math.abs(value);
  if (size >= 1e15 || (size !== 0 && size < 1e-4)) {
    return Number(value.toPrecision(2)).toExponential().replace('e+', 'e').replaceAll('-', '−');
  }
  if (size >= 1e5) return formatCompactMoney(value);
  return formatNumber(value, { maximumDigits: size >= 100 ? 2 : 4 });
}
