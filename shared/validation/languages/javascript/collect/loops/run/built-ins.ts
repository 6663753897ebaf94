import { isPostponing } from '../built-in-methods.ts';
import { patternCell } from './pattern-calls.ts';
import { havoc } from './havoc.ts';
import { keyTextOf } from './keyed.ts';
import type { Machine } from './machine.ts';
import { coerced, elementsOf, forgetElements, isTypedArray, listCell } from './members.ts';
import { sameThing } from './memory.ts';
import { Cell, isPrimitive, named, textOf, type Thing } from './thing.ts';

type Plain = (...given: readonly never[]) => unknown;

/** Functions that only reckon. */
function plainFunction(path: string): Plain | undefined {
  const [owner, name, ...others] = path.split('.');
  if (others.length > 0) return undefined;
  if (name === undefined) {
    const all: Record<string, Plain> = {
      Number,
      String,
      Boolean,
      parseInt,
      parseFloat,
      isNaN,
      isFinite,
    };
    return Object.hasOwn(all, path) ? all[path] : undefined;
  }
  const owners: Record<string, object> = { Math, Number, String };
  const from = Object.hasOwn(owners, owner ?? '') ? owners[owner ?? ''] : undefined;
  const found =
    from && Object.hasOwn(from, name) ? (from as Record<string, unknown>)[name] : undefined;
  return typeof found === 'function' && name !== 'random' && name !== 'raw'
    ? (found as Plain)
    : undefined;
}

const harmless =
  /^(?:console|Math|Number|String|Boolean|BigInt|Array|Object|Symbol|Map|Set|Date|Error|RegExp|Promise|performance|JSON|process\.(?:uptime|hrtime|memoryUsage|nextTick)|structuredClone|\w*Error)(?:\.|$)/;

/** What a function of the language gives. */
export function builtInCall(machine: Machine, path: string, given: readonly Thing[]): Thing {
  const plain = plainFunction(path);
  if (plain !== undefined) {
    const times = given.map((thing) =>
      thing instanceof Cell && thing.kind === 'date' ? thing.slots.get('#time') : thing,
    );
    if (times.every(isPrimitive)) {
      try {
        return plain(...(times as never[])) as Thing;
      } catch {
        // `String.fromCodePoint(-1)` throws: nobody knows what then.
        return machine.memory.fresh();
      }
    }
    if (times.some((thing) => thing instanceof Cell)) return machine.memory.fresh();
    return named(`${path}(${times.map(textOf).join(',')})`, () => machine.memory.fresh());
  }
  const made = listFunction(machine, path, given);
  if (made !== undefined) return made;
  for (const thing of given) {
    if (thing instanceof Cell && thing.kind === 'function' && thing.node && !isPostponing(path)) {
      havoc(machine, thing.node);
    }
  }
  if (!harmless.test(path) && !isPostponing(path)) machine.disturb(given);
  return path.startsWith('console.') ? undefined : machine.memory.fresh();
}

function listFunction(machine: Machine, path: string, given: readonly Thing[]): Thing | undefined {
  const [first, second] = given;
  switch (path) {
    case 'Array':
    case 'Array.from':
      return builtList(machine, path, given);
    case 'Array.of':
      return listCell(machine, given);
    case 'Array.isArray':
      return first instanceof Cell ? first.kind === 'list' : undefined;
    case 'Object.is':
      return given.every(isPrimitive)
        ? Object.is(first, second)
        : sameThing(first, second) || undefined;
    case 'Object.freeze':
    case 'Object.seal':
      return first;
    case 'Object.keys':
    case 'Object.values':
    case 'Object.entries': {
      if (!(first instanceof Cell) || first.kind !== 'table' || first.slots.has('*'))
        return undefined;
      const entries = [...first.slots];
      if (path === 'Object.keys')
        return listCell(
          machine,
          entries.map(([key]) => key),
        );
      if (path === 'Object.values')
        return listCell(
          machine,
          entries.map(([, value]) => value),
        );
      return listCell(
        machine,
        entries.map((entry) => listCell(machine, entry)),
      );
    }
    case 'Object.assign': {
      if (!(first instanceof Cell)) return undefined;
      for (const source of given.slice(1)) {
        if (source instanceof Cell && !source.slots.has('*')) {
          for (const [key, value] of source.slots) machine.memory.set(first.slots, key, value);
        } else machine.smudge(first);
      }
      return first;
    }
    case 'structuredClone': {
      const isFlat = first instanceof Cell && [...first.slots.values()].every(isPrimitive);
      if (!isFlat) return undefined;
      const copy = new Cell(first.kind, { of: first.of });
      for (const [key, value] of first.slots) copy.slots.set(key, value);
      return copy;
    }
    default:
      return undefined;
  }
}

const longestList = 300;

function builtList(
  machine: Machine,
  path: string,
  [first, second]: readonly Thing[],
): Thing | undefined {
  if (path === 'Array') {
    if (typeof first !== 'number') return undefined;
    return first <= longestList && first >= 0
      ? listCell(machine, Array.from({ length: Math.trunc(first) }))
      : undefined;
  }
  const length = first instanceof Cell ? first.slots.get('length') : undefined;
  const isSized = first instanceof Cell && first.kind === 'table' && typeof length === 'number';
  const elements =
    elementsOf(first) ??
    (isSized && length <= longestList ? Array.from({ length }, (): Thing => undefined) : undefined);
  if (elements === undefined) return undefined;
  if (second === undefined) return listCell(machine, elements);
  if (!(second instanceof Cell) || second.kind !== 'function') return undefined;
  return listCell(
    machine,
    elements.map((element, index) => machine.call(second, [element, index])),
  );
}

/** What `new` makes of a class of the language. */
export function builtInNew(machine: Machine, path: string, given: readonly Thing[]): Thing {
  const [first] = given;
  if (path === 'Date') return dateCell(machine, given);
  if (path === 'Array') return builtList(machine, path, given) ?? openList(machine, first, given);
  if (path === 'Map' || path === 'Set') return keyedCell(machine, path, first);
  if (isTypedArray(path)) return typedCell(machine, path, first);
  if (path === 'RegExp') {
    const [source, flags = ''] = given;
    if (typeof source === 'string' && typeof flags === 'string') return patternCell(source, flags);
    if (source instanceof Cell && source.kind === 'pattern') {
      const text = source.slots.get('source');
      const own = given.length > 1 ? flags : source.slots.get('flags');
      if (typeof text === 'string' && typeof own === 'string') return patternCell(text, own);
    }
    return machine.memory.fresh();
  }
  if (path === 'Object') return new Cell('table');
  if (!harmless.test(path)) machine.disturb(given);
  for (const thing of given) {
    if (thing instanceof Cell && thing.kind === 'function' && thing.node)
      havoc(machine, thing.node);
  }
  const open = new Cell('table');
  open.slots.set('*', true);
  return open;
}

function openList(machine: Machine, first: Thing, given: readonly Thing[]): Cell {
  if (given.length > 1) return listCell(machine, given);
  const list = listCell(machine, []);
  if (given.length === 1) {
    forgetElements(machine, list);
    list.slots.set('length', first);
  }
  return list;
}

function dateCell(machine: Machine, given: readonly Thing[]): Cell {
  const cell = new Cell('date');
  const parts = given.map((thing) =>
    thing instanceof Cell && thing.kind === 'date' ? thing.slots.get('#time') : thing,
  );
  const [first] = parts;
  let time: Thing = machine.memory.fresh();
  if (parts.length === 1 && !isPrimitive(first) && !(first instanceof Cell)) time = first;
  else if (parts.length > 0 && parts.every(isPrimitive)) {
    time = new Date(...(parts as [string])).getTime();
  }
  cell.slots.set('#time', time);
  return cell;
}

function keyedCell(machine: Machine, path: string, given: Thing): Cell {
  const cell = new Cell(path === 'Map' ? 'map' : 'set');
  const entries = given === undefined || given === null ? [] : elementsOf(given);
  cell.slots.set('size', 0);
  for (const entry of entries ?? []) {
    const pair = path === 'Map' ? elementsOf(entry) : [entry, entry];
    const key = pair && keyTextOf(pair[0]);
    if (key === undefined || pair === undefined) {
      forgetElements(machine, cell);
      cell.slots.set('size', machine.memory.fresh('count'));
      return cell;
    }
    if (!cell.slots.has(key)) cell.slots.set('size', (cell.slots.get('size') as number) + 1);
    cell.slots.set(key, pair[1]);
  }
  if (entries === undefined) {
    forgetElements(machine, cell);
    cell.slots.set('size', machine.memory.fresh('count'));
  }
  return cell;
}

function typedCell(machine: Machine, path: string, given: Thing): Thing {
  const elements =
    typeof given === 'number' && given <= longestList
      ? Array.from({ length: given }, (): Thing => 0)
      : elementsOf(given);
  if (elements === undefined) return machine.memory.fresh();
  const cell = new Cell('typed', { of: path });
  elements.forEach((element, index) =>
    cell.slots.set(String(index), coerced(machine, path, element)),
  );
  cell.slots.set('length', elements.length);
  return cell;
}
