import { isTelling } from './with-stored.ts';
import type { Picks, Value, Values } from './value.ts';

/** How near a value may be to the class of all functions, by members whose names the text does not say. */
export function picksOf(value: Value): Picks | 0 {
  if (value.kind === 'unknown') return value.picks ?? 0;
  if (value.kind === 'module') return value.path === '' ? 0 : 1;
  return value.kind === 'function' || value.kind === 'bound' || value.kind === 'maker' ? 1 : 0;
}

export const isPickedTwice = (value: Value): boolean => picksOf(value) === 2;

/** Any member of any of these. */
export function pick(owners: Values): Value {
  const isNear = owners.some((owner) => picksOf(owner) > 0);
  return { kind: 'unknown', picks: isNear ? 2 : 1 };
}

/** What comes of a call of something picked twice: code, when it is given a text. */
export function madeOf(args: readonly Values[]): Value {
  const isGivenText = args.some((values) => values.some(mayBeCode));
  return isGivenText ? { kind: 'unknown', picks: 3 } : { kind: 'unknown' };
}

const mayBeCode = (value: Value): boolean =>
  value.kind === 'text' ||
  (value.kind === 'unknown' && value.picks !== undefined) ||
  ((value.kind === 'constant' || value.kind === 'array') && isTelling(value));
