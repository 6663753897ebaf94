import type { Machine } from './machine.ts';
import type { Cell } from './thing.ts';
import { isPrimitive, named, textOf, type Thing } from './thing.ts';

/** What a date's method gives, by the date's own time. */
export function dateMethod(
  machine: Machine,
  cell: Cell,
  name: string,
  given: readonly Thing[],
): { readonly value: Thing } | undefined {
  const time = cell.slots.get('#time');
  if (name === 'getTime' || name === 'valueOf') return { value: time };
  const isGet = name.startsWith('get') || /^to\w*String$/.test(name);
  if (!isGet && !name.startsWith('set')) return undefined;
  const isKnown = typeof time === 'number' && given.every(isPrimitive);
  if (!isKnown) {
    if (isGet) return { value: named(`${name}(${textOf(time)})`, () => machine.memory.fresh()) };
    machine.memory.set(cell.slots, '#time', machine.memory.fresh());
    return { value: machine.memory.fresh() };
  }
  const date = new Date(time);
  const method: unknown = Reflect.get(date, name);
  if (typeof method !== 'function') return { value: machine.memory.fresh() };
  try {
    const result = Reflect.apply(method, date, given) as Thing;
    if (!isGet) machine.memory.set(cell.slots, '#time', date.getTime());
    return { value: result };
  } catch {
    // `toISOString` of no date throws: nobody knows what then.
    return { value: machine.memory.fresh() };
  }
}
