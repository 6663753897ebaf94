import type { Value, Values } from './value.ts';

/** Longer lists and deeper nests are rather asked again than compared. */
const mostParts = 12;
const deepest = 2;
const longestText = 200;

/** One text for equal possibilities; undefined where comparing costs more than asking again. */
export function keyOf(values: Values, depth = 0): string | undefined {
  if (values.length > mostParts || depth > deepest) return undefined;
  const keys: string[] = [];
  for (const value of values) {
    const key = keyOfOne(value, depth);
    if (key === undefined) return undefined;
    keys.push(key);
  }
  return keys.join('|');
}

export function keyOfLists(lists: readonly Values[], depth = 0): string | undefined {
  if (lists.length > mostParts) return undefined;
  const keys: string[] = [];
  for (const values of lists) {
    const key = keyOf(values, depth);
    if (key === undefined) return undefined;
    keys.push(key);
  }
  return keys.join(',');
}

function keyOfOne(value: Value, depth: number): string | undefined {
  switch (value.kind) {
    case 'constant':
      if (typeof value.value !== 'string') return `${typeof value.value}:${String(value.value)}`;
      return value.value.length > longestText ? undefined : JSON.stringify(value.value);
    case 'global':
      return `global:${value.path}`;
    case 'module':
      return `module:${value.name}:${value.path}`;
    case 'function':
    case 'self':
      return `${value.kind}:${value.node.start}`;
    case 'array': {
      if (value.rest !== undefined) return undefined;
      const inner = keyOfLists(value.elements, depth + 1);
      return inner === undefined ? undefined : `[${inner}]`;
    }
    case 'object': {
      if (value.rest !== undefined || value.parent !== undefined) return undefined;
      const inner = keyOfLists([...value.properties.values()], depth + 1);
      return inner === undefined ? undefined : `{${[...value.properties.keys()].join()}=${inner}}`;
    }
    case 'instance':
      return value.source === undefined && value.held === undefined
        ? `instance:${value.of}`
        : undefined;
    case 'bound':
      return undefined;
    case 'unknown':
      return `unknown:${value.picks ?? 0}`;
    default:
      return value.kind;
  }
}
