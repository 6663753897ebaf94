import { primitive } from './coerce.ts';
import type { Evaluator } from './evaluate.ts';
import { arrangers } from './put-by-call.ts';
import type { Put, Storage } from './stored.ts';
import { storedValue } from './stored-value.ts';
import { textsOf, undefinedValue, union, type Held, type Value, type Values } from './value.ts';

/** Slots further out are not told apart. */
const lastSlot = 200;

type Filled = Pick<Put, 'how'> & { readonly keys: readonly string[]; readonly values: Values };

/**
 * A list, table or map together with what the text puts into it elsewhere. Data of a market says
 * nothing about what code can reach, so only names, functions and built-ins are kept.
 */
export function withStored(
  evaluator: Evaluator,
  values: Values,
  storage: Storage | undefined,
): Values {
  if (storage === undefined || !values.some(isContainer)) return values;
  const filled: Filled[] = [];
  for (const [name, nodes] of storage.slots) {
    const stored = union(...nodes.map((node) => storedValue(evaluator, node)));
    filled.push(slotOf([name], stored));
  }
  for (const put of storage.puts) filled.push(...filledBy(evaluator, put));
  const isArranged = values.some(isList) && filled.some(({ how }) => how === 'arranged');
  // Texts that are not known count as well: a list that they are pushed into is not empty.
  const isFilled = filled.some((part) =>
    part.values.some((value) => value.kind === 'text' || isTelling(value)),
  );
  if (!isArranged && !isFilled) return values;
  return values.map((value) => (isContainer(value) ? fill(value, filled) : value));
}

const isContainer = (
  value: Value,
): value is Extract<Value, { kind: 'array' | 'object' | 'instance' }> =>
  value.kind === 'array' ||
  value.kind === 'object' ||
  (value.kind === 'instance' && /^(?:Weak)?(?:Map|Set)$|^Array$/.test(value.of));

/** Numbers, texts or what else stands in an order that may change. */
const isList = (value: Value): boolean => value.kind === 'array' && value.elements.length > 0;

/** Deeper and further into a thing nobody hides a name that is not found elsewhere. */
const deepest = 3;
const furthest = 40;

/** Worth keeping: a text, something callable, or a thing that holds one. */
export function isTelling(value: Value, depth = 0): boolean {
  switch (value.kind) {
    case 'constant':
      return typeof value.value === 'string';
    case 'array':
      return isOneTelling([...value.elements.slice(0, furthest), value.rest ?? []], depth);
    case 'object':
      return isOneTelling([...value.properties.values(), value.rest ?? []], depth);
    case 'unknown':
      return value.picks !== undefined;
    default:
      return ['global', 'module', 'function', 'bound', 'maker', 'prototype'].includes(value.kind);
  }
}

const isOneTelling = (parts: readonly Values[], depth: number): boolean =>
  depth < deepest &&
  parts.slice(0, furthest).some((part) => part.some((item) => isTelling(item, depth + 1)));

const appenders = new Set(['push', 'add', 'unshift', 'splice', 'set', 'fill']);

const assigners = new Set(['assign']);

function filledBy(evaluator: Evaluator, put: Put): Filled[] {
  const { key, name, value, method } = put;
  const names = method === undefined ? [] : textsOf(evaluator.evaluate(method));
  if (put.how === 'arranged') {
    const isOne = method === undefined || names.some((one) => arrangers.has(one));
    return isOne ? [{ how: 'arranged', keys: [], values: [] }] : [];
  }
  const doers = put.how === 'members' ? assigners : appenders;
  if (method !== undefined && !names.some((one) => doers.has(one))) return [];
  const how = names.includes('unshift') ? 'prepend' : put.how;
  if (how === 'append' || how === 'prepend') {
    return evaluator.elements([value]).map((values) => ({ how, keys: [], values }));
  }
  const values = storedValue(evaluator, value);
  if (name !== undefined) return [slotOf([name], values)];
  if (how === 'members') {
    return values.flatMap((source): Filled[] =>
      source.kind === 'object'
        ? [...source.properties].map(([member, part]) => ({
            how: 'slot',
            keys: [member],
            values: part,
          }))
        : [],
    );
  }
  if (how === 'parent') return [{ how, keys: [], values }];
  const keys = evaluator.evaluate(key).flatMap((part) => {
    const text = primitive(part);
    return text === undefined ? [] : [String(text.value)];
  });
  if (how === 'slot') return [slotOf(keys, values)];
  const described = values.flatMap((descriptor) =>
    descriptor.kind === 'object' ? describedBy(evaluator, descriptor.properties) : [],
  );
  return [{ how: 'slot', keys, values: described }];
}

/** A list whose length is set is cut, or has gaps at its end. */
const slotOf = (keys: readonly string[], values: Values): Filled => ({
  how: keys.includes('length') ? 'arranged' : 'slot',
  keys,
  values,
});

function describedBy(evaluator: Evaluator, properties: ReadonlyMap<string, Values>): Values {
  const gotten = (properties.get('get') ?? []).flatMap((get) => evaluator.applied(get, []));
  return union(properties.get('value') ?? [], gotten);
}

function fill(
  value: Extract<Value, { kind: 'array' | 'object' | 'instance' }>,
  filled: readonly Filled[],
): Value {
  if (value.kind === 'array') return filledList(value.elements, value.rest ?? [], filled);
  if (value.kind === 'object') {
    const parents = filled.flatMap(({ how, values }) => (how === 'parent' ? values : []));
    const parent = union(value.parent ?? [], parents);
    return { kind: 'object', ...filledTable(value, filled), parent };
  }
  if (value.of === 'Array') return filledList([], [], filled);
  return { ...value, held: filledTable(value.held ?? { properties: new Map(), rest: [] }, filled) };
}

function filledList(elements: readonly Values[], known: Values, filled: readonly Filled[]): Value {
  const list = [...elements];
  const rest = [known];
  for (const { how, keys, values } of filled) {
    // Whatever stood in the list may stand anywhere in it.
    rest.push(values, ...(how === 'arranged' ? elements.slice(0, furthest) : []));
    if (how === 'append') list.push(values);
    if (how === 'prepend') list.unshift(values);
    if (how !== 'slot') continue;
    for (const index of keys.map(Number)) {
      if (!Number.isInteger(index) || index < 0 || index > lastSlot) continue;
      while (list.length <= index) list.push(undefinedValue);
      list[index] = union((list[index] ?? []).filter(isSomething), values);
    }
  }
  return { kind: 'array', elements: list, rest: union(...rest) };
}

const isSomething = (value: Value): boolean =>
  value.kind !== 'constant' || value.value !== undefined;

function filledTable(table: Partial<Held>, filled: readonly Filled[]): Held {
  const properties = new Map(table.properties);
  const rest = [table.rest ?? []];
  for (const { how, keys, values } of filled) {
    if (how === 'parent') continue;
    if (keys.length === 0) rest.push(values);
    for (const key of keys) properties.set(key, union(properties.get(key) ?? [], values));
  }
  return { properties, rest: union(...rest) };
}
