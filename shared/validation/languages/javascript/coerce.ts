import type { Primitive, Value, Values } from './value.ts';

/** A value as the language itself would hold it; undefined where the text does not say. */
export interface Concrete {
  readonly value: unknown;
}

/** A list may hold itself doubled and doubled again: only so much of one is spelled out. */
interface Room {
  items: number;
}
const mostItems = 20_000;

export function concrete(value: Value, room: Room = { items: mostItems }): Concrete | undefined {
  if (value.kind === 'constant') {
    room.items -= typeof value.value === 'string' ? 1 + value.value.length / 8 : 1;
    return room.items < 0 ? undefined : { value: value.value };
  }
  if (value.kind === 'array') {
    return value.rest === undefined ? concreteArray(value.elements, room) : undefined;
  }
  if (value.kind === 'instance' && value.pattern) return { value: value.pattern };
  return undefined;
}

/** One character or class, repeated at most at its end: it cannot take long on any text. */
const quickPattern = /^(?:[^\\()[\]{}*+?|^$]|\\[^bBkpPuxc1-9]|\[\^?[^\]\\[]*\])+[*+]?$/;

/** A regular expression literal; only one that is certainly quick is ever used in the check. */
export function regularExpression(literal: { pattern: string; flags: string }): Values {
  const { pattern, flags } = literal;
  const isQuick = pattern.length < 40 && quickPattern.test(pattern) && /^[gimsu]*$/.test(flags);
  const known = { kind: 'instance', of: 'RegExp', source: pattern } as const;
  return [isQuick ? { ...known, pattern: new RegExp(pattern, flags) } : known];
}

function concreteArray(elements: readonly Values[], room: Room): Concrete | undefined {
  const items: unknown[] = [];
  for (const [first, ...others] of elements) {
    const item = first === undefined || others.length > 0 ? undefined : concrete(first, room);
    if (item === undefined) return undefined;
    items.push(item.value);
  }
  return { value: items };
}

/** Longer results say nothing about a name; the check must not be made to work for them. */
const longestText = 10_000;
const longestList = 2_000;

/** The way back from a computed result. */
export function fromConcrete(result: unknown): Values | undefined {
  if (typeof result === 'string' && result.length > longestText) return undefined;
  if (Array.isArray(result)) {
    if (result.length > longestList) return undefined;
    const elements = result.map((item) => fromConcrete(item));
    if (!elements.every((item) => item !== undefined)) return undefined;
    return [{ kind: 'array', elements }];
  }
  if (isTable(result)) return tableOf(result);
  return isPrimitive(result) ? [{ kind: 'constant', value: result }] : undefined;
}

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function tableOf(table: Record<string, unknown>): Values | undefined {
  const properties = new Map<string, Values>();
  for (const [key, value] of Object.entries(table)) {
    const values = fromConcrete(value);
    if (values === undefined || properties.size > longestList) return undefined;
    properties.set(key, values);
  }
  return [{ kind: 'object', properties }];
}

const isPrimitive = (value: unknown): value is Primitive =>
  value === null || !['object', 'function', 'symbol'].includes(typeof value);

/** Methods by which an object says what text or number it stands for. */
export const conversions = ['toString', 'valueOf', '@@Symbol.toPrimitive'];

/**
 * The primitive that `+` and property keys see: arrays become their joined text, plain objects
 * "[object Object]", built-in functions their printed form (texts built from these are an old way
 * to spell a name without letters).
 */
export function primitive(value: Value): Concrete | undefined {
  if (value.kind === 'constant') return value;
  if (value.kind === 'array') {
    const items = concrete(value);
    return items === undefined ? undefined : { value: String(items.value) };
  }
  if (value.kind === 'object') {
    const isPlain = !conversions.some((name) => value.properties.has(name));
    return isPlain ? { value: '[object Object]' } : undefined;
  }
  if (value.kind === 'global') {
    const name = value.path.split('.').at(-1) ?? '';
    return { value: `function ${name}() { [native code] }` };
  }
  return undefined;
}
