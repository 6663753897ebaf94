import type { PythonNode } from './node.ts';

/** The value of a number as written; undefined for complex ones. */
export function toNumber(node: PythonNode): number | undefined {
  const text = node.source.slice(node.start, node.end).replaceAll('_', '');
  const value = Number(text);
  return Number.isNaN(value) ? undefined : value;
}
