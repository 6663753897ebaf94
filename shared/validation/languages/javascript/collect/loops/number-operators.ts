import { single, type Values } from '../../value.ts';

/** `a < b` and the like; undefined for an operator that does not compare. */
export function comparedNumbers(a: number, operator: string, b: number): boolean | undefined {
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    case '===':
    case '==':
      return a === b;
    case '!==':
    case '!=':
      return a !== b;
    default:
      return undefined;
  }
}

const roundings: Readonly<Record<string, (value: number) => number>> = {
  'Math.floor': Math.floor,
  'Math.ceil': Math.ceil,
  'Math.trunc': Math.trunc,
  'Math.round': Math.round,
};

/** The function of the language that a callee is, where it rounds numbers. */
export function roundingOf(callee: Values): ((value: number) => number) | undefined {
  const value = single(callee);
  return value?.kind === 'global' && Object.hasOwn(roundings, value.path)
    ? roundings[value.path]
    : undefined;
}
