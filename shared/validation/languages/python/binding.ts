import type { PythonNode } from './node.ts';

/** Where a value comes from. */
export type Source =
  /** An expression's value. */
  | { readonly how: 'value'; readonly node: PythonNode }
  /** One after the other of what is walked over. */
  | { readonly how: 'element'; readonly of: PythonNode }
  /** A part of what is unpacked; `rest` is all from there on. */
  | { readonly how: 'item'; readonly of: Source; readonly index: number; readonly rest: boolean }
  | { readonly how: 'import'; readonly path: string }
  | { readonly how: 'definition'; readonly node: PythonNode }
  | {
      readonly how: 'parameter';
      readonly of: PythonNode;
      readonly index: number;
      readonly name: string;
      readonly takes: 'one' | 'list' | 'table';
      readonly fallback: PythonNode | undefined;
    }
  | { readonly how: 'unknown' };

export interface Binding {
  readonly source: Source;
  /** The name where it is bound. */
  readonly at: PythonNode;
}

export const unknownSource: Source = { how: 'unknown' };
