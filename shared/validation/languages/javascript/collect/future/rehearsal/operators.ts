import { arithmetic } from '../../../arithmetic.ts';
import { Moment, isThing, unknown, type Plain, type Raw } from './things.ts';
import { isNothing } from './truth.ts';

export const isComparison = (operator: string): boolean => /^(?:[<>]=?|[!=]==?)$/.test(operator);

/** `row === undefined` asks whether there is a row, not what it says. */
export const comparesWithNothing = (operator: string, left: Raw, right: Raw): boolean =>
  /^[!=]==?$/.test(operator) && (isNothing(left) || isNothing(right));

/** What an operator makes of two values. */
export function calculated(operator: string, left: Raw, right: Raw): Raw {
  if (typeof left === 'number' && typeof right === 'number') {
    return compared(operator, left, right) ?? arithmetic(left, operator, right) ?? unknown;
  }
  if (operator === 'in' || operator === 'instanceof') return unknown;
  if (/^[!=]==$/.test(operator) && left !== unknown && right !== unknown) {
    return (left === right) === operator.startsWith('=');
  }
  const a = plainOf(left);
  const b = plainOf(right);
  if (a === unknown || b === unknown) return unknown;
  if (operator === '+' && (typeof a === 'string' || typeof b === 'string')) {
    return `${String(a)}${String(b)}`.slice(0, 20_000);
  }
  if (operator === '==' || operator === '!=') {
    const isEqual = isNothing(a)
      ? isNothing(b)
      : String(a) === String(b) || Number(a) === Number(b);
    return isEqual === (operator === '==');
  }
  return compared(operator, a, b) ?? arithmetic(Number(a), operator, Number(b)) ?? unknown;
}

function compared(operator: string, a: Plain, b: Plain): boolean | undefined {
  switch (operator) {
    case '<':
      return (a as number) < (b as number);
    case '>':
      return (a as number) > (b as number);
    case '<=':
      return (a as number) <= (b as number);
    case '>=':
      return (a as number) >= (b as number);
    case '==':
    case '===':
      return a === b;
    case '!=':
    case '!==':
      return a !== b;
    default:
      return undefined;
  }
}

function plainOf(value: Raw): Plain | typeof unknown {
  if (value instanceof Moment) return numberOf(value);
  return isThing(value) ? unknown : value;
}

/** The number that a value counts as; undefined for one that is not known. */
export function numberOf(value: Raw): number | undefined {
  if (value === unknown) return undefined;
  if (value instanceof Moment) return numberOf(value.time.value);
  return typeof value === 'object' && value !== null ? NaN : Number(value);
}
