/** Which character stands before the fraction. */
export type DecimalMark = '.' | ',';

/** No number is longer; the cells of a hostile file can be megabytes long. */
const longestNumber = 60;
const plainNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const grouped = {
  '.': /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/,
  ',': /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d*)?$/,
};
const unitFactors: Partial<Record<string, number>> = { K: 1e3, M: 1e6, B: 1e9, T: 1e12 };
const missingWords = new Set(['', '-', '--', '.', 'null', 'nan', 'na', 'n/a', '#n/a', 'none']);

export function isMissing(text: string): boolean {
  return text.length < 5 && missingWords.has(text.toLowerCase());
}

/**
 * A number as files write it: with thousands groups, a currency sign before it, an exponent. NaN
 * for anything else, hexadecimal and "Infinity" included; infinite if it is too large for a double.
 */
export function parseNumber(text: string, mark: DecimalMark): number {
  if (text.length > longestNumber) return NaN;
  if (mark === '.' && plainNumber.test(text)) return Number(text);
  let digits = text.replace(/^([+-]?)[$€£¥]/, '$1').replace(/(\d)[\u00A0\u202F '](?=\d{3})/g, '$1');
  if (grouped[mark].test(digits)) digits = digits.replaceAll(mark === '.' ? ',' : '.', '');
  else if (mark === ',' && digits.includes('.')) return NaN;
  if (mark === ',') digits = digits.replace(',', '.');
  return plainNumber.test(digits) ? Number(digits) : NaN;
}

/** Like `parseNumber`, and takes 1.2K, 3.4M, 5B as some vendors write volumes. */
export function parseVolume(text: string, mark: DecimalMark): number {
  const factor = unitFactors[text.slice(-1).toUpperCase()];
  if (factor === undefined) return parseNumber(text, mark);
  return Math.round(parseNumber(text.slice(0, -1).trimEnd(), mark) * factor);
}

/**
 * Decides the decimal mark from some of a file's prices. Where commas separate the fields, a comma
 * inside a number can only group thousands. Elsewhere a comma is the decimal mark unless a dot shows
 * that it is not. `sure` is false if the same prices could also be whole numbers in groups of three.
 */
export function findDecimalMark(
  prices: readonly string[],
  separator: string,
): { mark: DecimalMark; sure: boolean } {
  const withComma = prices.filter((price) => price.includes(','));
  if (separator === ',' || withComma.length === 0) return { mark: '.', sure: true };
  const dotIsDecimal = prices.some(
    (price) =>
      (price.includes(',') && price.lastIndexOf('.') > price.indexOf(',')) ||
      (/^[^.]*\.[^.]*$/.test(price) && !/\.\d{3}(?:,|$)/.test(price)),
  );
  if (dotIsDecimal) return { mark: '.', sure: true };
  return { mark: ',', sure: withComma.some((price) => !/^\D*\d{1,3}(?:,\d{3})+$/.test(price)) };
}
