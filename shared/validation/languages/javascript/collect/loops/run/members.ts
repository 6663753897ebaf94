import { isClass, type ClassLike, type FunctionLike } from '../../../node.ts';
import { propertyKey } from '../../../property-key.ts';
import { GaveUp, type Machine } from './machine.ts';
import type { Unknown } from './thing.ts';
import {
  added,
  Cell,
  isPrimitive,
  Linear,
  linearOf,
  named,
  simplified,
  textOf,
  type Thing,
} from './thing.ts';

/** What `object.key` gives. */
export function memberOf(machine: Machine, object: Thing, key: Thing): Thing {
  if (object === undefined || object === null) throw new GaveUp();
  if (typeof object === 'string' && isPrimitive(key)) {
    return (object as unknown as Record<string, string | number>)[String(key)];
  }
  if (isPrimitive(object)) return machine.memory.fresh();
  if (!(object instanceof Cell)) return shadowMember(machine, object, key);
  const { slots } = object;
  if (isPrimitive(key) && slots.has(String(key))) return slots.get(String(key));
  if (slots.has('*')) return machine.memory.fresh();
  if (!isPrimitive(key)) return anyMember(machine, object);
  const name = String(key);
  if (object.kind === 'table' && object.node && isClass(object.node)) {
    const part = methodOf(machine, object.node, name);
    if (part !== undefined) {
      const method = new Cell('function', { node: part.value, scope: object.scope, self: object });
      return part.isGetter ? machine.call(method, [], object) : method;
    }
  }
  const isList = object.kind === 'list' || object.kind === 'typed';
  const isPlain = object.kind === 'table' || (isList && /^\d+$/.test(name));
  return isPlain && !Object.hasOwn(Object.prototype, name) ? undefined : machine.memory.fresh();
}

/** One of them, where they are all the same. */
function anyMember(machine: Machine, { kind, slots }: Cell): Thing {
  const texts = new Set<string>();
  for (const [key, value] of slots) if (key !== 'length') texts.add(textOf(value));
  const [first] = slots;
  const isOne = kind === 'list' && texts.size === 1 && first && isPrimitive(first[1]);
  return isOne && first[0] === '0' ? first[1] : machine.memory.fresh();
}

function shadowMember(machine: Machine, object: Unknown | Linear, key: Thing): Thing {
  const name = textOf(object);
  const kept = typeof key === 'string' ? machine.shadows.get(name)?.slots : undefined;
  if (typeof key === 'string' && kept?.has(key)) return kept.get(key);
  // Orders come and go by themselves, and a getter gives what it likes.
  if (
    key === 'orders' ||
    (typeof key === 'string' && machine.context.effects.isAccessorName(key))
  ) {
    return machine.memory.fresh();
  }
  const text = isPrimitive(key) ? String(key) : textOf(key);
  return named(`${name}.${text}#${machine.epoch}.${machine.keyEpochs.get(text) ?? 0}`, () =>
    machine.memory.fresh(),
  );
}

/** The method or getter of a class without a parent. */
export function methodOf(
  machine: Machine,
  owner: ClassLike,
  name: string,
  isStatic = false,
): { readonly value: FunctionLike; readonly isGetter: boolean } | undefined {
  for (const part of owner.body.body) {
    if (part.type !== 'MethodDefinition' || part.kind === 'set' || part.kind === 'constructor')
      continue;
    if (part.static !== isStatic || !propertyKey(machine.evaluator, part).includes(name)) continue;
    return { value: part.value, isGetter: part.kind === 'get' };
  }
  return undefined;
}

/** `object.key = value`. */
export function storeMember(machine: Machine, object: Thing, key: Thing, value: Thing): void {
  const { memory } = machine;
  if (isPrimitive(object)) return;
  if (!(object instanceof Cell)) return storeOutside(machine, object, key, value);
  if (object.kind === 'list') return storeElement(machine, object, key, value);
  if (!isPrimitive(key)) return machine.smudge(object);
  const name = String(key);
  if (object.kind === 'typed')
    return memory.set(object.slots, name, coerced(machine, object.of, value));
  if (object.node && isClass(object.node) && hasSetter(machine, object.node, name))
    throw new GaveUp();
  if (object.kind === 'pattern' && name === 'lastIndex') {
    memory.set(object.slots, '#moved', value !== 0);
  }
  memory.set(object.slots, name, value);
}

const hasSetter = (machine: Machine, owner: ClassLike, name: string): boolean =>
  owner.body.body.some(
    (part) =>
      part.type === 'MethodDefinition' &&
      part.kind === 'set' &&
      propertyKey(machine.evaluator, part).includes(name),
  );

/** A thing of the outside is known by its name only: another name may mean the same thing. */
function storeOutside(machine: Machine, object: Unknown | Linear, key: Thing, value: Thing): void {
  if (!isPrimitive(key)) return machine.disturb([]);
  const name = String(key);
  machine.keyEpochs.set(name, (machine.keyEpochs.get(name) ?? 0) + 1);
  for (const { slots } of machine.shadows.values()) machine.memory.remove(slots, name);
  const owner = textOf(object);
  let shadow = machine.shadows.get(owner);
  if (shadow === undefined) machine.shadows.set(owner, (shadow = new Cell('open')));
  machine.memory.set(shadow.slots, name, value);
}

function storeElement(machine: Machine, list: Cell, key: Thing, value: Thing): void {
  const { memory } = machine;
  const { slots } = list;
  const length = slots.get('length');
  if (key === 'length') {
    if (typeof value === 'number' && typeof length === 'number' && length < 5000) {
      for (let index = value; index < length; index++) memory.remove(slots, String(index));
    } else if (!isLonger(machine, value, length)) forgetElements(machine, list);
    return memory.set(slots, 'length', value);
  }
  const index = typeof key === 'string' && /^\d+$/.test(key) ? Number(key) : key;
  if (typeof index === 'string') return memory.set(slots, index, value);
  if (typeof index === 'number' && typeof length === 'number') {
    memory.set(slots, String(index), value);
    if (index >= length) memory.set(slots, 'length', index + 1);
    return;
  }
  forgetElements(machine, list);
  const [at, end] = [linearOf(index), linearOf(length)];
  const gap = at && end && added(at, end, -1);
  if (at && gap && machine.facts.sign(gap, '<') === false) {
    memory.set(slots, 'length', simplified(added(at, new Linear(new Map(), 1), 1)));
  } else if (!gap || machine.facts.sign(gap, '<') !== true) {
    memory.set(slots, 'length', memory.fresh('count'));
  }
}

/** Whether one length is surely not less than another. */
function isLonger({ facts }: Machine, one: Thing, other: Thing): boolean {
  const [a, b] = [linearOf(one), linearOf(other)];
  return !!a && !!b && facts.sign(added(b, a, -1), '<=') === true;
}

export function forgetElements(machine: Machine, list: Cell): void {
  for (const key of [...list.slots.keys()]) {
    if (key !== 'length' && key !== 'size') machine.memory.remove(list.slots, key);
  }
  machine.memory.set(list.slots, '*', true);
}

const typedArrays: Readonly<Record<string, () => Record<number, number> & object>> = {
  Uint8Array: () => new Uint8Array(1),
  Uint8ClampedArray: () => new Uint8ClampedArray(1),
  Uint16Array: () => new Uint16Array(1),
  Uint32Array: () => new Uint32Array(1),
  Int8Array: () => new Int8Array(1),
  Int16Array: () => new Int16Array(1),
  Int32Array: () => new Int32Array(1),
  Float32Array: () => new Float32Array(1),
  Float64Array: () => new Float64Array(1),
};

export const isTypedArray = (path: string): boolean => Object.hasOwn(typedArrays, path);

/** As a typed list keeps it: `-1` in a list of unsigned bytes is 255. */
export function coerced(machine: Machine, of: string, value: Thing): Thing {
  const room = typedArrays[of]?.();
  if (room === undefined || !isPrimitive(value) || typeof value === 'bigint') {
    return machine.memory.fresh(of.startsWith('U') ? 'count' : '');
  }
  room[0] = Number(value);
  return room[0];
}

export const listCell = (machine: Machine, elements: readonly Thing[]): Cell => {
  const list = new Cell('list');
  elements.forEach((element, index) => list.slots.set(String(index), element));
  list.slots.set('length', elements.length);
  machine.spend(elements.length);
  return list;
};

/** The elements of a list that is wholly known. */
export function elementsOf(thing: Thing): Thing[] | undefined {
  if (!(thing instanceof Cell) || thing.kind !== 'list' || thing.slots.has('*')) return undefined;
  const length = thing.slots.get('length');
  if (typeof length !== 'number' || length > 5000) return undefined;
  return Array.from({ length }, (_, index) => thing.slots.get(String(index)));
}
