import type { ClassLike, FunctionLike } from './node.ts';

export type Primitive = string | number | boolean | bigint | null | undefined;

/** Values by name; `rest` is what is stored under names that are not known. */
export interface Held {
  readonly properties: ReadonlyMap<string, Values>;
  readonly rest: Values;
}

/**
 * Members taken by a name that only the run knows: after two of them from anything, or one from a
 * function, it may be the class of all functions; 3 is what such a one makes of a text.
 */
export type Picks = 1 | 2 | 3;

/** What an expression can be, as far as the text alone says. */
export type Value =
  | { readonly kind: 'unknown'; readonly picks?: Picks }
  | { readonly kind: 'constant'; readonly value: Primitive }
  /** Some text or number, not known which. */
  | { readonly kind: 'text' }
  | { readonly kind: 'number' }
  /** Reached from the language or the host: `eval`, `Array.prototype.map`; '' is the global object. */
  | { readonly kind: 'global'; readonly path: string }
  /** From an import: `fs` and '' for the module itself, `fs` and `promises.readFile` for a member. */
  | { readonly kind: 'module'; readonly name: string; readonly path: string }
  | { readonly kind: 'function'; readonly node: FunctionLike | ClassLike }
  /** `rest`: what is stored in places that the text does not tell apart. */
  | { readonly kind: 'array'; readonly elements: readonly Values[]; readonly rest?: Values }
  | ({ readonly kind: 'object'; readonly parent?: Values } & Partial<Held> &
      Pick<Held, 'properties'>)
  /** An instance of a built-in class; `held` is what a map, a set or a generator is known to hold. */
  | {
      readonly kind: 'instance';
      readonly of: string;
      /** What a regular expression is written as; only one that is certainly quick is kept to be used. */
      readonly source?: string;
      readonly pattern?: RegExp;
      readonly held?: Held;
    }
  /** `this` inside a class of this text. */
  | { readonly kind: 'self'; readonly node: ClassLike }
  /** `x.constructor` of something unknown: its own `.constructor` is Function. */
  | { readonly kind: 'maker' }
  /** The prototype of something unknown. */
  | { readonly kind: 'prototype' }
  | { readonly kind: 'bound'; readonly target: Value; readonly args: readonly Values[] };

/** All that an expression may be; more than a few possibilities count as unknown. */
export type Values = readonly Value[];

export const UNKNOWN: Value = { kind: 'unknown' };
export const unknown: Values = [UNKNOWN];
/** A value that depends on itself: each round of a walk may take one member more. */
export const again: Values = [{ kind: 'unknown', picks: 1 }];
export const someText: Values = [{ kind: 'text' }];
export const someNumber: Values = [{ kind: 'number' }];
export const someFlag: Values = [
  { kind: 'constant', value: true },
  { kind: 'constant', value: false },
];
export const undefinedValue: Values = [{ kind: 'constant', value: undefined }];
export const maker: Values = [{ kind: 'maker' }];
export const prototype: Values = [{ kind: 'prototype' }];

export const constant = (value: Primitive): Values => [{ kind: 'constant', value }];
export const globalAt = (path: string): Values => [{ kind: 'global', path }];
export const moduleValue = (name: string, path = ''): Value => ({ kind: 'module', name, path });
/** Longer lists are cut: what follows is not told apart. */
const longestList = 2_000;
export const listOf = (elements: readonly Values[]): Value =>
  elements.length <= longestList
    ? { kind: 'array', elements }
    : { kind: 'array', elements: elements.slice(0, longestList), rest: unknown };
export const instanceOf = (of: string): Values => [{ kind: 'instance', of }];

/** Enough for `a ? b : c` chains and small tables of names. */
const mostValues = 24;

/** When there are too many possibilities, so many dangerous ones are kept. */
const mostReachable = 100;

/** Loops here count, and two lists are told apart at once: nothing else is asked as often. */
export function union(...lists: readonly Values[]): Values {
  let union = none;
  for (let index = 0; index < lists.length; index += 1) {
    union = both(union, lists[index] as Values);
  }
  if (union.length <= mostValues || lists.includes(union)) return union;
  return [...union.filter(isReachable), UNKNOWN];
}

const none: Values = [];

function both(first: Values, second: Values): Values {
  if (second.length === 0 || first === second) return first;
  if (first.length === 0) return second;
  let all: Value[] | undefined;
  for (let index = 0; index < second.length; index += 1) {
    const value = second[index] as Value;
    const known = all ?? first;
    // Beyond the most that is told apart only the dangerous ones count: the work stays linear.
    if (known.length > mostValues && (!isReachable(value) || known.length > mostReachable))
      continue;
    if (!holds(known, value)) (all ??= [...first]).push(value);
  }
  return all ?? first;
}

function holds(list: Values, value: Value): boolean {
  for (let index = 0; index < list.length; index += 1) {
    if (same(list[index] as Value, value)) return true;
  }
  return false;
}

const isReachable = ({ kind }: Value): boolean => kind === 'global' || kind === 'module';

function same(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  if (a.kind === 'constant' && b.kind === 'constant') return Object.is(a.value, b.value);
  if (a.kind === 'global' && b.kind === 'global') return a.path === b.path;
  if (a.kind === 'function' && b.kind === 'function') return a.node === b.node;
  if (a.kind === 'unknown' && b.kind === 'unknown') return a.picks === b.picks;
  return a.kind === 'text' || a.kind === 'number' || a.kind === 'maker' || a.kind === 'prototype';
}

/** The only possibility, or undefined. */
export function single(values: Values | undefined): Value | undefined {
  return values?.length === 1 ? values[0] : undefined;
}

/** The texts among the possibilities; a property key of 0 is the text '0'. */
export function textsOf(values: Values): string[] {
  const texts: string[] = [];
  for (const value of values) {
    if (value.kind === 'constant' && typeof value.value !== 'symbol') {
      texts.push(String(value.value));
    }
  }
  return texts;
}

/** Asked of every call and name: most have none. */
export function pathsOf(values: Values): readonly string[] {
  let paths: string[] | undefined;
  for (const value of values) if (value.kind === 'global') (paths ??= []).push(value.path);
  return paths ?? noPaths;
}

const noPaths: readonly string[] = [];
