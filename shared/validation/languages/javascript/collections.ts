import { elementsOf, entriesOf } from './elements.ts';
import {
  constant,
  instanceOf,
  someFlag,
  someText,
  textsOf,
  union,
  type Held,
  type Value,
  type Values,
} from './value.ts';
import { isTelling } from './with-stored.ts';

type List = Extract<Value, { kind: 'array' }>;

/** What methods of maps, sets and generators give, whose contents are known in part. */
export function ofCollection(
  { of, held }: Extract<Value, { kind: 'instance' }>,
  key: string,
  args: readonly Values[],
): Values | undefined {
  if (held === undefined) return undefined;
  switch (key) {
    case 'get':
      return valueUnder(held, args[0] ?? []);
    case 'has':
    case 'delete':
      return someFlag;
    case 'set':
    case 'add':
      return [{ kind: 'instance', of, held: added(held, key, args) }];
    case 'keys':
      return of === 'Map' ? inOrder(namesOf(held)) : inOrder([held.rest]);
    case 'values':
      return inOrder([...held.properties.values(), held.rest]);
    case 'entries':
      return inOrder([entriesOf(held)]);
    case 'next':
      return [
        {
          kind: 'object',
          properties: new Map([
            ['value', held.rest],
            ['done', someFlag],
          ]),
        },
      ];
    default:
      return undefined;
  }
}

const inOrder = (elements: readonly Values[]): Values => {
  const all = elements.filter((values) => values.length > 0);
  return [{ kind: 'array', elements: all, rest: [] }];
};

const namesOf = ({ properties, rest }: Held): Values[] => {
  const names = [...properties.keys()].map((key) => constant(key));
  return rest.length > 0 ? [...names, someText] : names;
};

function valueUnder({ properties, rest }: Held, keys: Values): Values | undefined {
  const isOpen = keys.some(({ kind }) => kind !== 'constant');
  const found = isOpen
    ? [...properties.values()]
    : textsOf(keys).map((key) => properties.get(key) ?? []);
  const values = union(...found, rest);
  return values.length > 0 ? values : undefined;
}

/** `new Map().set(key, value)` is a map that holds it. */
function added({ properties, rest }: Held, key: string, args: readonly Values[]): Held {
  const [first = [], second = []] = args;
  if (key === 'add') return { properties, rest: union(rest, first) };
  const names = textsOf(first);
  if (names.length === 0) return { properties, rest: union(rest, second) };
  const all = new Map(properties);
  for (const name of names) all.set(name, union(all.get(name) ?? [], second));
  return { properties: all, rest };
}

const takers = new Set(['pop', 'shift', 'at', 'find', 'findLast']);
const arrangers = new Set(
  'slice concat reverse toReversed sort toSorted filter flat splice toSpliced with fill'.split(' '),
);

/** Methods of lists whose elements are not all known: which one is taken or where it goes is not said. */
export function ofList(list: List, key: string, args: readonly Values[]): Values | undefined {
  if (key === 'values') return [list];
  if (key === 'entries') {
    const pairs = list.elements.map((values, index): Values => [
      { kind: 'array', elements: [constant(index), values] },
    ]);
    return [{ kind: 'array', elements: pairs, rest: [] }];
  }
  if (key === 'next') return ofCollection(generatorOf(elementsOf([list])), key, args);
  const isTaken = takers.has(key);
  if (!isTaken && !arrangers.has(key)) return undefined;
  const given = key === 'concat' ? args.flatMap((values) => [values, elementsOf(values)]) : args;
  const inner = key === 'flat' ? [elementsOf(elementsOf([list]))] : [];
  const parts = union(elementsOf([list]), ...(isTaken ? [] : given), ...inner);
  if (!parts.some((value) => isTelling(value))) return undefined;
  return isTaken ? parts : [{ kind: 'array', elements: [], rest: parts }];
}

/** What `yield` gives, in any order. */
export function generatorOf(values: Values): Extract<Value, { kind: 'instance' }> {
  return { kind: 'instance', of: 'Generator', held: { properties: new Map(), rest: values } };
}

export const collectionNamed = (of: string, held: Held): Values =>
  /^(?:Weak)?(?:Map|Set)$/.test(of) ? [{ kind: 'instance', of, held }] : instanceOf(of);
