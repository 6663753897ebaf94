import type { Evaluator } from '../evaluate.ts';
import type { Value, Values } from '../value.ts';

/** Paths that a member adds; what the text itself stored in its own objects was counted where it came from. */
export function reachedFrom(
  evaluator: Evaluator,
  owners: Values,
  keys: readonly string[],
): string[] {
  const paths: string[] = [];
  for (const owner of owners) {
    // Nothing is reached from what is not known, or from its prototype.
    if (owner.kind === 'unknown') continue;
    for (const key of keys) {
      if (isOwn(owner, key)) continue;
      for (const value of evaluator.memberOfValue(owner, key)) {
        if (value.kind === 'global') paths.push(value.path);
      }
    }
  }
  return paths;
}

function isOwn(owner: Value, key: string): boolean {
  if (owner.kind === 'object') return owner.properties.has(key);
  if (owner.kind === 'array') return /^\d+$/.test(key);
  const { kind } = owner;
  return (kind === 'self' || kind === 'function' || kind === 'module') && key !== 'constructor';
}
