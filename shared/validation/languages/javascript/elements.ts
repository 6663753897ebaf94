import { someText, union, unknown, type Held, type Value, type Values } from './value.ts';

/** One element of any of these lists, sets and generators; an entry of a map; a character of a text. */
export function elementsOf(values: Values): Values {
  const all = union(...values.map(elementsOfOne));
  return all.length === 0 ? unknown : all;
}

function elementsOfOne(value: Value): Values {
  if (value.kind === 'array') return union(...value.elements, value.rest ?? []);
  if (value.kind === 'text' || value.kind === 'constant') return someText;
  if (value.kind !== 'instance' || value.held === undefined) return unknown;
  return value.of.endsWith('Map') ? entriesOf(value.held) : value.held.rest;
}

/** Pairs of name and value, as `Object.entries` and maps give them. */
export function entriesOf({ properties, rest }: Held): Values {
  const entries: Value[] = [...properties].map(([key, values]) => ({
    kind: 'array',
    elements: [[{ kind: 'constant', value: key }], values],
  }));
  if (rest.length > 0) entries.push({ kind: 'array', elements: [someText, rest] });
  return entries;
}

/** What pairs of name and value hold: `Object.fromEntries(pairs)`, `new Map(pairs)`. */
export function heldByPairs(lists: Values): Held {
  const pairs = lists.flatMap((list): Values => {
    if (list.kind === 'array') return [...list.elements.flat(), ...(list.rest ?? [])];
    return list.kind === 'instance' && list.held ? entriesOf(list.held) : [];
  });
  const properties = new Map<string, Values>();
  const rest: Values[] = [];
  for (const pair of pairs) {
    if (pair.kind !== 'array') continue;
    const [keys = [], values = []] = pair.elements;
    for (const key of keys) {
      if (key.kind !== 'constant') rest.push(values);
      else {
        const name = String(key.value);
        properties.set(name, union(properties.get(name) ?? [], values));
      }
    }
  }
  return { properties, rest: union(...rest) };
}
