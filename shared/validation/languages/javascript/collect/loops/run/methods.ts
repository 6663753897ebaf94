import { isReadingMethod } from '../built-in-methods.ts';
import { dateMethod } from './dates.ts';
import { keyedMethod } from './keyed.ts';
import { listMethod } from './lists.ts';
import type { Machine } from './machine.ts';
import { patternMethod } from './pattern-calls.ts';
import { Cell, isPrimitive, named, textOf, type Thing } from './thing.ts';

/** What a method of the language gives; undefined where it is none that is followed. */
export function methodResult(
  machine: Machine,
  object: Thing,
  name: string,
  given: readonly Thing[],
): { readonly value: Thing } | undefined {
  if (isPrimitive(object)) return { value: plainMethod(machine, object, name, given) };
  if (!(object instanceof Cell)) return undefined;
  switch (object.kind) {
    case 'list':
      return listMethod(machine, object, name, given);
    case 'map':
    case 'set':
      return keyedMethod(machine, object, name, given);
    case 'date':
      return dateMethod(machine, object, name, given);
    case 'pattern':
      return patternMethod(machine, object, name, given);
    default:
      return undefined;
  }
}

const longestText = 2_000;

/** `'a,b'.replace(',', '')`, `(5).toFixed(2)`. */
function plainMethod(
  machine: Machine,
  object: Thing,
  name: string,
  given: readonly Thing[],
): Thing {
  const plain = given.map((thing) => (thing instanceof Cell ? simplePattern(thing) : thing));
  const isKnown = plain.every((thing) => isPrimitive(thing as Thing) || thing instanceof RegExp);
  const isText = typeof object === 'string';
  const isShort = !isText || object.length < longestText;
  if (!isReadingMethod(name) || /^(?:repeat|pad|matchAll|localeCompare)/.test(name)) {
    return machine.memory.fresh();
  }
  if (!isKnown || !isShort) {
    return given.some((thing) => thing instanceof Cell)
      ? machine.memory.fresh()
      : named(`${textOf(object)}.${name}(${given.map(textOf).join(',')})`, () =>
          machine.memory.fresh(),
        );
  }
  const holder = Object(object) as Record<string, unknown>;
  const method = holder[name];
  if (typeof method !== 'function') return machine.memory.fresh();
  try {
    const result: unknown = Reflect.apply(method, object, plain);
    if (result === null || typeof result !== 'object') return result as Thing;
  } catch {
    // Arguments that the language refuses: nobody knows what then.
  }
  return machine.memory.fresh();
}

/** A pattern that is quickly tried on any short text. */
function simplePattern(thing: Cell): RegExp | Cell {
  const [source, flags] = [thing.slots.get('source'), thing.slots.get('flags')];
  if (thing.kind !== 'pattern' || typeof source !== 'string' || typeof flags !== 'string')
    return thing;
  if (source.length > 40 || /[()]/.test(source) || (source.match(/[*+{]/g)?.length ?? 0) > 1)
    return thing;
  try {
    return new RegExp(source, flags);
  } catch {
    // No pattern at all: the text itself would fail here.
    return thing;
  }
}
