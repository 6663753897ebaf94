import type { AnyNode } from 'acorn';
import type { Constant, ObjectKind } from '../../facts.ts';

/** What an expression is known to be, without running it. */
export type Value =
  | { readonly kind: 'constant'; readonly value: Constant }
  /** A global by its path; the empty path is the global object itself. */
  | { readonly kind: 'global'; readonly path: readonly string[] }
  | { readonly kind: 'module'; readonly name: string; readonly path: readonly string[] }
  | { readonly kind: 'array'; readonly elements: readonly Value[] }
  | { readonly kind: 'object'; readonly node: AnyNode }
  | { readonly kind: 'function'; readonly node: AnyNode | null }
  /** `x.constructor` of something that need not be a function. */
  | { readonly kind: 'constructor' }
  /** `Object.getPrototypeOf(f)` of a function. */
  | { readonly kind: 'function-prototype' }
  /** A property descriptor of a known value. */
  | { readonly kind: 'descriptor'; readonly of: Value }
  | { readonly kind: 'unknown' };

export const unknown: Value = { kind: 'unknown' };
export const functionConstructor: Value = { kind: 'global', path: ['Function'] };
export const constant = (value: Constant): Value => ({ kind: 'constant', value });

/** The names under which JavaScript hosts offer their global object. */
export const globalObjects = new Set([
  'globalThis',
  'window',
  'self',
  'global',
  'frames',
  'parent',
  'top',
  'root',
]);

export function objectKindOf(value: Value): ObjectKind {
  switch (value.kind) {
    case 'global':
      return value.path.length === 0 ? 'global' : 'builtin';
    case 'function':
    case 'constructor':
    case 'function-prototype':
      return 'function';
    case 'module':
      return 'module';
    case 'unknown':
    case 'descriptor':
      return 'unknown';
    default:
      return 'local';
  }
}

/** A value as the text it becomes in a property key or a concatenation; undefined if unknown. */
export function textOf(value: Value): string | undefined {
  if (value.kind === 'constant') return String(value.value);
  if (value.kind !== 'array') return undefined;
  const parts = value.elements.map(textOf);
  return parts.every((part) => part !== undefined) ? parts.join(',') : undefined;
}
