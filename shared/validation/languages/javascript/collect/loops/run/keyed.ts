import { Cell, isPrimitive, textOf, Unknown, type Thing } from './thing.ts';
import { decide } from './choices.ts';
import type { Machine } from './machine.ts';
import { forgetElements, listCell } from './members.ts';
import { operated } from './operators.ts';
import { Remembered } from '../../../remembered.ts';

const numbers = new Remembered<Cell, number>();
let count = 0;

/** The text by which a map or set knows a key; undefined for one that is not known. */
export function keyTextOf(thing: Thing): string | undefined {
  if (isPrimitive(thing)) return `key ${textOf(thing)}`;
  if (!(thing instanceof Cell)) return undefined;
  const number = numbers.get(thing) ?? ++count;
  numbers.set(thing, number);
  return `key cell:${number}`;
}

function keyOfText(text: string): Thing | undefined {
  const [, type, value = ''] = /^key (\w+):([^]*)$/.exec(text) ?? [];
  if (type === 'string') return value;
  return type === 'number' ? Number(value) : undefined;
}

/** What a method of a map or a set gives; undefined for another method. */
export function keyedMethod(
  machine: Machine,
  cell: Cell,
  name: string,
  [first, second]: readonly Thing[],
): { readonly value: Thing } | undefined {
  const { slots } = cell;
  const { memory } = machine;
  const key = keyTextOf(first);
  const isOpen = slots.has('*') || key === undefined;
  switch (name) {
    case 'get':
      if (slots.has(key ?? '')) return { value: slots.get(key ?? '') };
      return { value: isOpen ? memory.fresh() : undefined };
    case 'has':
      if (slots.has(key ?? '')) return { value: true };
      return { value: isOpen ? memory.fresh() : false };
    case 'set':
    case 'add': {
      const value = cell.kind === 'map' ? second : first;
      if (key === undefined) {
        forgetElements(machine, cell);
        memory.set(slots, 'size', memory.fresh('count'));
        return { value: cell };
      }
      if (!slots.has(key)) {
        const size = operated(machine, '+', slots.get('size'), 1);
        memory.set(slots, 'size', slots.has('*') ? memory.fresh('count') : size);
      }
      memory.set(slots, key, value);
      return { value: cell };
    }
    case 'delete': {
      const had = key !== undefined && slots.has(key);
      if (had) memory.remove(slots, key);
      if (!had && !slots.has('*') && isNoneOf(machine, cell, first)) return { value: false };
      if (isOpen) {
        forgetElements(machine, cell);
        memory.set(slots, 'size', memory.fresh('count'));
        return { value: memory.fresh() };
      }
      if (had) memory.set(slots, 'size', operated(machine, '-', slots.get('size'), 1));
      return { value: had };
    }
    case 'clear':
      for (const each of [...slots.keys()]) memory.remove(slots, each);
      memory.set(slots, 'size', 0);
      return { value: undefined };
    case 'keys':
    case 'values':
    case 'entries':
      return { value: listed(machine, cell, name) };
    default:
      return undefined;
  }
}

/** Whether something that is not known is surely none of the keys. */
const isNoneOf = (machine: Machine, { slots }: Cell, thing: Thing): boolean =>
  [...slots.keys()].every((text) => {
    const key = keyOfText(text);
    if (!text.startsWith('key ')) return true;
    return key !== undefined && decide(machine, operated(machine, '===', key, thing)) === false;
  });

/** As they stand now: who changes them while walking over them is not followed. */
function listed(machine: Machine, cell: Cell, name: string): Thing {
  const keys: Thing[] = [];
  for (const text of cell.slots.keys()) {
    if (!text.startsWith('key ')) continue;
    const key = cell.kind === 'set' ? cell.slots.get(text) : keyOfText(text);
    if (key === undefined) return machine.memory.fresh();
    keys.push(key);
  }
  if (cell.slots.has('*')) return new Unknown(machine.memory.fresh().name);
  const valueAt = (key: Thing): Thing => cell.slots.get(keyTextOf(key) ?? '');
  if (name === 'keys' || (name === 'values' && cell.kind === 'set')) return listCell(machine, keys);
  if (name === 'values') return listCell(machine, keys.map(valueAt));
  return listCell(
    machine,
    keys.map((key) => listCell(machine, [key, valueAt(key)])),
  );
}
