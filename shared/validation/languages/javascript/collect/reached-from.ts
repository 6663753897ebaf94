import type { Evaluator } from '../evaluate.ts';
import { pathsOf, type Value, type Values } from '../value.ts';

/** Paths that a member adds; what the text itself stored in its own objects was counted where it came from. */
export function reachedFrom(
  evaluator: Evaluator,
  owners: Values,
  keys: readonly string[],
): string[] {
  return owners.flatMap((owner) =>
    keys.flatMap((key) => (isOwn(owner, key) ? [] : pathsOf(evaluator.memberOfValue(owner, key)))),
  );
}

function isOwn(owner: Value, key: string): boolean {
  if (owner.kind === 'object') return owner.properties.has(key);
  if (owner.kind === 'array') return /^\d+$/.test(key);
  return (owner.kind === 'self' || owner.kind === 'function') && key !== 'constructor';
}
