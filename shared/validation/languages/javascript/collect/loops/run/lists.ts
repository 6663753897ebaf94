import { changingMethods, isReadingMethod } from '../built-in-methods.ts';
import { decide } from './choices.ts';
import { havoc } from './havoc.ts';
import type { Machine } from './machine.ts';
import { elementsOf, forgetElements, listCell, memberOf } from './members.ts';
import { operated } from './operators.ts';
import { Cell, isAnyNumber, isPrimitive, linearOf, type Thing } from './thing.ts';

interface Result {
  readonly value: Thing;
}

/** What a list's method gives and does; undefined for another method. */
export function listMethod(
  machine: Machine,
  list: Cell,
  name: string,
  given: readonly Thing[],
): Result | undefined {
  const elements = elementsOf(list);
  if (changingMethods.has(name)) {
    const isCounted = !given.some(isAnyNumber);
    const changed = elements && isCounted ? changedBy(machine, name, elements, given) : undefined;
    if (changed === undefined) return { value: changeOpen(machine, list, name, given) };
    if (name === 'push') append(machine, list, given);
    else replace(machine, list, changed.elements);
    return { value: changed.isSelf ? list : changed.value };
  }
  if (!isReadingMethod(name) && name !== 'at') return undefined;
  const [first] = given;
  if (first instanceof Cell && first.kind === 'function') {
    return { value: withCallback(machine, list, name, elements, first) };
  }
  if (elements === undefined) return { value: machine.memory.fresh() };
  const plain = given.every(isPrimitive) && elements.every(isPrimitive);
  switch (name) {
    case 'slice':
      return given.every(isPrimitive)
        ? { value: listCell(machine, elements.slice(...(given as number[]))) }
        : { value: machine.memory.fresh() };
    case 'concat': {
      const others = given.map((thing) => (thing instanceof Cell ? elementsOf(thing) : [thing]));
      if (others.includes(undefined)) return { value: machine.memory.fresh() };
      return { value: listCell(machine, [...elements, ...others.flatMap((part) => part ?? [])]) };
    }
    case 'at':
      return typeof first === 'number'
        ? { value: elements.at(first) }
        : { value: machine.memory.fresh() };
    case 'keys':
      return {
        value: listCell(
          machine,
          elements.map((_, index) => index),
        ),
      };
    case 'values':
      return { value: list };
    case 'entries':
      return {
        value: listCell(
          machine,
          elements.map((element, index) => listCell(machine, [index, element])),
        ),
      };
    case 'includes':
    case 'indexOf':
    case 'lastIndexOf':
    case 'join':
      if (!plain) return { value: machine.memory.fresh() };
      return { value: (elements as string[])[name](given[0] as string) };
    default:
      return { value: machine.memory.fresh() };
  }
}

interface Changed {
  readonly elements: readonly Thing[];
  readonly value: Thing;
  readonly isSelf?: boolean;
}

function changedBy(
  machine: Machine,
  name: string,
  before: readonly Thing[],
  given: readonly Thing[],
): Changed | undefined {
  const elements = [...before];
  machine.spend(elements.length);
  switch (name) {
    case 'push':
      return { elements, value: elements.length + given.length };
    case 'pop':
      return { value: elements.pop(), elements };
    case 'shift':
      return { value: elements.shift(), elements };
    case 'unshift':
      return { value: elements.unshift(...given), elements };
    case 'splice': {
      const [start, count, ...added] = given;
      if (typeof start !== 'number' || (given.length > 1 && typeof count !== 'number'))
        return undefined;
      const removed =
        given.length > 1
          ? elements.splice(start, count as number, ...added)
          : elements.splice(start);
      return { value: listCell(machine, removed), elements };
    }
    case 'reverse':
      return { value: undefined, elements: elements.reverse(), isSelf: true };
    case 'fill':
      return given.length === 1
        ? { value: undefined, elements: elements.fill(given[0]), isSelf: true }
        : undefined;
    default:
      return undefined;
  }
}

function append(machine: Machine, list: Cell, given: readonly Thing[]): void {
  const length = list.slots.get('length') as number;
  given.forEach((thing, index) => machine.memory.set(list.slots, String(length + index), thing));
  machine.memory.set(list.slots, 'length', length + given.length);
}

function replace(machine: Machine, list: Cell, elements: readonly Thing[]): void {
  const { memory } = machine;
  const before = list.slots.get('length') as number;
  elements.forEach((element, index) => memory.set(list.slots, String(index), element));
  for (let index = elements.length; index < before; index++)
    memory.remove(list.slots, String(index));
  memory.set(list.slots, 'length', elements.length);
}

/** A list of which only the length is known, or not even that. */
function changeOpen(machine: Machine, list: Cell, name: string, given: readonly Thing[]): Thing {
  const { memory, facts } = machine;
  const length = list.slots.get('length');
  forgetElements(machine, list);
  if (name === 'sort' || name === 'reverse' || name === 'fill' || name === 'copyWithin')
    return list;
  if (name === 'push' || name === 'unshift') {
    const isCounted = !given.some(isAnyNumber);
    const longer = isCounted ? operated(machine, '+', length, given.length) : memory.fresh('count');
    memory.set(list.slots, 'length', longer);
    return longer;
  }
  const count = linearOf(length);
  const isFilled = count !== undefined && facts.sign(count, '<=') === false;
  const isTaken = (name === 'pop' || name === 'shift') && isFilled;
  const shorter = isTaken ? operated(machine, '-', length, 1) : memory.fresh('count');
  memory.set(list.slots, 'length', shorter);
  return memory.fresh();
}

const mostElements = 60;

/** `list.map(f)`, with every element in turn. */
function withCallback(
  machine: Machine,
  list: Cell,
  name: string,
  elements: readonly Thing[] | undefined,
  callback: Cell,
): Thing {
  const isFollowed = /^(?:forEach|map|filter|some|every|find)$/.test(name);
  if (elements === undefined || elements.length > mostElements || !isFollowed) {
    if (callback.node) havoc(machine, callback.node);
    return machine.memory.fresh();
  }
  const results: Thing[] = [];
  for (let index = 0; index < elements.length; index++) {
    const element = memberOf(machine, list, String(index));
    results.push(machine.call(callback, [element, index, list]));
  }
  if (name === 'map') return listCell(machine, results);
  if (name === 'forEach') return undefined;
  const truths = results.map((result) => decide(machine, result));
  if (truths.some((truth) => typeof truth !== 'boolean')) return machine.memory.fresh();
  if (name === 'filter')
    return listCell(
      machine,
      elements.filter((_, index) => truths[index]),
    );
  if (name === 'find') return elements[truths.indexOf(true)];
  return name === 'some' ? truths.includes(true) : !truths.includes(false);
}
