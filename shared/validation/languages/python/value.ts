import type { PythonNode } from './node.ts';

/**
 * What an expression can be. A path leads from the language (`eval`, `str.join`) or from a module
 * (`os:`, `numpy:random.rand`); `()` stands for what a call of it gives.
 */
export type Value =
  | { readonly kind: 'path'; readonly path: string }
  /** Undefined: a text that is only known at run time. */
  | { readonly kind: 'text'; readonly text: string | undefined; readonly isBytes: boolean }
  /** True and False are numbers as well. */
  | { readonly kind: 'number'; readonly number: number | undefined; readonly isTruth?: true }
  | { readonly kind: 'list'; readonly items: readonly Values[] | undefined }
  | {
      readonly kind: 'table';
      readonly entries: ReadonlyMap<string, Values>;
      readonly isWhole: boolean;
    }
  | { readonly kind: 'function'; readonly node: PythonNode }
  | { readonly kind: 'class'; readonly node: PythonNode }
  | { readonly kind: 'instance'; readonly of: PythonNode }
  /** A method of a text or a list, not called yet. */
  | { readonly kind: 'method'; readonly of: Value; readonly name: string }
  /** What `operator.attrgetter('a.b')` or `methodcaller('m')` give. */
  | { readonly kind: 'getter'; readonly name: string; readonly calls: boolean }
  /** With the name of the member of something unknown that it is; None is nothing to follow either. */
  | { readonly kind: 'unknown'; readonly member?: string; readonly isNothing?: true };

/** Everything an expression can be, as far as it was followed. */
export type Values = readonly Value[];

export const unknown: Values = [{ kind: 'unknown' }];
export const pathValue = (path: string): Value => ({ kind: 'path', path });
export const textValue = (text: string | undefined, isBytes = false): Value => ({
  kind: 'text',
  text: text !== undefined && text.length > longestText ? undefined : text,
  isBytes,
});
export const numberValue = (number: number | undefined): Value => ({ kind: 'number', number });
export const listValue = (items: readonly Values[] | undefined): Value => ({ kind: 'list', items });

const longestText = 10_000;
const mostValues = 12;

/** Alike values once; what can be more than a few things is also unknown. */
export function union(all: readonly Values[]): Values {
  if (all.length === 1 && all[0] !== undefined) return all[0];
  const byKey = new Map<unknown, Value>();
  for (const value of all.flat()) byKey.set(identityOf(value), value);
  const values = [...byKey.values()];
  return values.length <= mostValues ? values : [...values.slice(0, mostValues), ...unknown];
}

function identityOf(value: Value): unknown {
  switch (value.kind) {
    case 'path':
      return `path ${value.path}`;
    case 'text':
      return `text ${value.isBytes} ${value.text ?? ''} ${value.text === undefined}`;
    case 'number':
      return `number ${value.number} ${value.isTruth}`;
    case 'unknown':
      return `unknown ${value.member ?? ''} ${value.isNothing}`;
    case 'function':
    case 'class':
      return value.node;
    default:
      return value;
  }
}

const none: readonly string[] = [];

/** Asked of every name and call: most values have none. */
export function pathsIn(values: Values): readonly string[] {
  let paths: string[] | undefined;
  for (const value of values) {
    if (value.kind === 'path') (paths ??= []).push(value.path);
  }
  return paths ?? none;
}

/** The texts it can be, and whether these are all of it. */
export function textsIn(values: Values): {
  readonly texts: readonly string[];
  readonly isCertain: boolean;
} {
  let texts: string[] | undefined;
  for (const value of values) {
    if (value.kind === 'text' && value.text !== undefined) (texts ??= []).push(value.text);
  }
  return { texts: texts ?? none, isCertain: (texts?.length ?? 0) === values.length };
}

/** The number it certainly is. */
export function numberIn(values: Values): number | undefined {
  const [first, second] = values;
  return second === undefined && first?.kind === 'number' ? first.number : undefined;
}

/** Texts, and those in lists and tables. */
export const textsWithin = (values: Values): readonly string[] =>
  values.flatMap((value) => {
    if (value.kind === 'list') return (value.items ?? []).flatMap((item) => textsIn(item).texts);
    if (value.kind === 'table')
      return [...value.entries.values()].flatMap((item) => textsIn(item).texts);
    return textsIn([value]).texts;
  });
