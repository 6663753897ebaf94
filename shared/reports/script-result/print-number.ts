import { formatNumber } from '../format.ts';

/** How the numbers of one column are printed, so that their decimal points stand above each other. */
export interface NumberPrint {
  readonly decimals: number;
  /** All are so small that only their exponents tell them apart. */
  readonly exponents: boolean;
  /** 1,234 rather than 1234. */
  readonly grouped: boolean;
}

/** With this many digits a figure can be told from its neighbours and still be read at a glance. */
const usefulDigits = 6;
const mostDecimals = 8;
/** From here on digits no longer fit a column; `formatNumber` prints the exponent. */
const exponentFrom = 1e15;
/** Below this the zeros after the point are more than anybody counts. */
const smallest = 1e-4;

/** As many decimals as the column's values have, and no more than its largest can use. */
export function numberPrintOf(
  values: readonly (number | null)[],
  mayBeYears: boolean,
): NumberPrint {
  let largest = 0;
  let wanted = 0;
  for (const value of values) {
    if (value === null || Math.abs(value) >= exponentFrom) continue;
    largest = Math.max(largest, Math.abs(value));
    wanted = Math.max(wanted, decimalsOf(value));
  }
  const whole = largest < 1 ? 0 : Math.floor(Math.log10(largest)) + 1;
  // What is all below 1 has its first digits further right.
  const zeros = largest > 0 && largest < 1 ? Math.max(0, -Math.ceil(Math.log10(largest))) : 0;
  const room = Math.max(2, usefulDigits - whole + zeros - (whole === 0 ? 1 : 0));
  return {
    decimals: Math.min(wanted, room, mostDecimals),
    exponents: largest > 0 && largest < smallest,
    grouped: !(mayBeYears && areYears(values)),
  };
}

/** A number in its column's way. What would round to zero and is not zero keeps its digits. */
export function printNumber(value: number, print: NumberPrint): string {
  const { decimals, grouped, exponents } = print;
  if (!grouped) return String(value);
  const tooSmall = exponents || Math.abs(value) < 0.5 * 10 ** -decimals;
  if (tooSmall && value !== 0) return withMinus(value.toExponential(2));
  if (exponents) return '0';
  return formatNumber(value, decimals);
}

/** A number that stands alone: eight digits of it, or all of its whole part. */
export function printAlone(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < smallest || size >= exponentFrom)) {
    return withMinus(Number(value.toPrecision(8)).toExponential().replace('e+', 'e'));
  }
  const whole = size < 1 ? 1 : Math.floor(Math.log10(size)) + 1;
  return formatNumber(value, Math.max(2, 8 - whole), 0);
}

function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  const text = String(value);
  const exponent = text.indexOf('e-');
  if (exponent !== -1) return mostDecimals;
  return text.length - text.indexOf('.') - 1;
}

/** Nobody writes the year 2,004. */
function areYears(values: readonly (number | null)[]): boolean {
  return values.every(
    (value) => value === null || (Number.isInteger(value) && value >= 1700 && value <= 2300),
  );
}

function withMinus(text: string): string {
  return text.replaceAll('-', '−');
}
