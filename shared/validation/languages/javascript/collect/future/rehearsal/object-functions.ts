import { merged, nothing } from './knowledge.ts';
import type { Player } from './player.ts';
import {
  Callable,
  Entries,
  Group,
  List,
  held,
  native,
  none,
  plain,
  unknown,
  type Held,
  asText,
} from './things.ts';

/** `Object.keys`, `Object.entries`, `Object.groupBy` and the like. */
export function objectFunctions(player: Player): Held {
  const maker = native('Object', ([one = none]) => one);
  if (!(maker.value instanceof Callable)) return maker;
  const set = (name: string, call: (args: readonly Held[]) => Held): void => {
    if (maker.value instanceof Callable) maker.value.fields.set(name, native(name, call));
  };
  set('keys', ([one = none]) => listed(one, (key) => plain(key)));
  set('values', ([one = none]) => listed(one, (_, value) => value));
  set('entries', ([one = none]) =>
    listed(one, (key, value) => plain(new List([plain(key), value]))),
  );
  set('freeze', ([one = none]) => one);
  set('seal', ([one = none]) => one);
  set('create', () => plain(new Entries()));
  set('assign', ([one = none, ...others]) => {
    if (!(one.value instanceof Entries)) return one;
    for (const { value } of others) {
      if (!(value instanceof Entries)) continue;
      for (const [key, part] of value.fields) one.value.fields.set(key, part);
      one.value.shape = merged(one.value.shape, value.shape);
    }
    return one;
  });
  set('fromEntries', ([one = none]) => {
    const list = player.iterate(one);
    const entries = new Entries();
    if (list === undefined) return plain(unknown);
    entries.shape = list.shape;
    for (const { value } of list.items) {
      const [key = none, part = none] = value instanceof List ? value.items : [];
      entries.fields.set(asText(key.value), held(part.value, merged(part.knows, key.knows)));
    }
    return plain(entries);
  });
  set('groupBy', (args) => plain(grouped(player, args)));
  set('hasOwn', ([one = none, key = none]) =>
    plain(one.value instanceof Entries ? one.value.fields.has(asText(key.value)) : unknown),
  );
  return maker;
}

function listed({ value }: Held, make: (key: string, value: Held) => Held): Held {
  if (value instanceof Entries) {
    const items = [...value.fields].map(([key, one]) => make(key, one));
    return plain(new List(items, value.shape));
  }
  if (value instanceof List) {
    return plain(
      new List(
        value.items.map((one, place) => make(String(place), one)),
        value.shape,
      ),
    );
  }
  return plain(value instanceof Group ? new List([]) : unknown);
}

function grouped(player: Player, [from = none, by]: readonly Held[]): Entries {
  const groups = new Entries();
  const list = player.iterate(from);
  const { value } = by ?? none;
  list?.items.forEach((item, place) => {
    const key = value instanceof Callable ? player.call(value, [item, plain(place)], none) : none;
    const name = asText(key.value);
    const group = groups.fields.get(name)?.value;
    if (group instanceof List) group.items.push(held(item.value, merged(item.knows, key.knows)));
    else
      groups.fields.set(
        name,
        plain(new List([held(item.value, merged(item.knows, key.knows))], key.knows)),
      );
  });
  groups.shape = merged(groups.shape, list?.shape ?? nothing);
  return groups;
}
