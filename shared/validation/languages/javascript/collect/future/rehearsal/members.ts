import { elementOf } from './iterating.ts';
import { listMethod } from './list-methods.ts';
import { merged } from './knowledge.ts';
import { momentMethod } from './moment-methods.ts';
import type { Player } from './player.ts';
import { Thrown } from './stage.ts';
import { textMethod } from './text-methods.ts';
import {
  Callable,
  Entries,
  Group,
  List,
  Moment,
  Steps,
  held,
  native,
  none,
  plain,
  unknown,
  type Class,
  type Held,
  asText,
  isThing,
} from './things.ts';
import { groupMethod } from './group-methods.ts';
import { isNothing } from './truth.ts';

/** A member of something, by a key that may know rows itself. */
export function memberOf(player: Player, self: Held, key: Held, from?: Class): Held {
  if (isNothing(self.value)) throw new Thrown(plain('no member of nothing'));
  if (key.value === unknown || self.value === unknown) {
    return held(unknown, merged(self.knows, key.knows));
  }
  const found = memberNamed(player, self, asText(key.value), from);
  // That it is this one, and no other, may have been decided by rows.
  const by = isThing(self.value) ? merged(self.knows, key.knows) : key.knows;
  return by.length === 0 ? found : held(found.value, merged(found.knows, by));
}

function memberNamed(player: Player, self: Held, key: string, from: Class | undefined): Held {
  const { value, knows } = self;
  if (value instanceof List) {
    if (isPlace(key)) return elementOf(value, Number(key));
    if (key === 'length') return held(value.items.length, value.shape);
    if (isNoPlace(key)) return held(undefined, value.shape);
    return listMethod(player, key);
  }
  if (value instanceof Entries) return ofEntries(player, value, self, key, from);
  if (value instanceof Group) {
    return key === 'size' ? held(value.entries.size, value.shape) : groupMethod(player, key);
  }
  if (value instanceof Moment) return momentMethod(key);
  if (value instanceof Steps) return ofSteps(player, value, key);
  if (value instanceof Callable) return ofCallable(player, value, self, key);
  if (typeof value === 'string') {
    if (key === 'length') return held(value.length, knows);
    if (isPlace(key)) return held(value[Number(key)], knows);
  }
  return textMethod(player, key);
}

const isPlace = (key: string): boolean => /^\d+$/.test(key);

/** `closes[-1]`, `closes[0.5]`, `closes[NaN]` */
const isNoPlace = (key: string): boolean => /^(?:-|\d|NaN$|undefined$|Infinity$)/.test(key);

function ofEntries(
  player: Player,
  entries: Entries,
  self: Held,
  key: string,
  from: Class | undefined,
): Held {
  const own = entries.fields.get(key);
  if (own !== undefined && from === undefined)
    return held(own.value, merged(own.knows, entries.shape));
  const getter = entries.fields.get(`%get ${key}`);
  if (getter?.value instanceof Callable) return player.call(getter.value, [], self);
  for (let owner = from ?? entries.owner; owner !== undefined; owner = owner.parent) {
    const method = owner.methods.get(key);
    if (method !== undefined) return method;
    const own = owner.methods.get(`%get ${key}`);
    if (own?.value instanceof Callable) return player.call(own.value, [], self);
  }
  if (key === 'constructor') return entries.owner ? plain(entries.owner.home) : none;
  if (key === 'hasOwnProperty') {
    return native(key, ([name]) => held(entries.fields.has(asText(name?.value)), entries.shape));
  }
  return entries.isHost ? plain(unknown) : held(undefined, entries.shape);
}

function ofSteps(player: Player, steps: Steps, key: string): Held {
  if (key === '@@iterator') return native(key, () => plain(steps));
  if (key !== 'next') return listMethod(player, key);
  return native(key, () => {
    const result = new Entries();
    const isDone = steps.at >= steps.list.items.length;
    player.stage.touch(steps.list, steps.at);
    result.fields.set('value', elementOf(steps.list, steps.at));
    result.fields.set('done', plain(isDone));
    steps.at += 1;
    return plain(result);
  });
}

function ofCallable(player: Player, callable: Callable, self: Held, key: string): Held {
  for (let one: Callable | undefined = callable; one; one = one.made?.parent?.home) {
    const own = one.fields.get(key);
    if (own !== undefined) return own;
    const getter = one.fields.get(`%get ${key}`);
    if (getter?.value instanceof Callable) return player.call(getter.value, [], self);
  }
  switch (key) {
    case 'call':
      return native(key, ([target = none, ...args]) => player.call(callable, args, target));
    case 'apply':
      return native(key, ([target = none, list]) =>
        player.call(callable, list?.value instanceof List ? list.value.items : [], target),
      );
    case 'bind':
      return native(key, ([target = none, ...first]) =>
        native(callable.name, (args) => player.call(callable, [...first, ...args], target)),
      );
    default:
      return none;
  }
}

/** A look at a place by a key that was worked out. */
export function touchAt(player: Player, { value }: Held, key: Held): void {
  if (typeof key.value === 'string' && value instanceof Entries) {
    player.stage.touch(value, key.value);
  }
  const place = typeof key.value === 'number' ? key.value : NaN;
  if (!Number.isInteger(place)) return;
  if (value instanceof List) player.stage.touch(value, value.taken + place);
  else if (value instanceof Entries) player.stage.touch(value, place);
}

/** Stores a value in something. */
export function putInto(player: Player, self: Held, key: Held, given: Held): void {
  const { value } = self;
  if (key.value === unknown) return;
  const name = asText(key.value);
  const kept = held(given.value, merged(given.knows, key.knows));
  if (value instanceof List) {
    if (isPlace(name) && Number(name) < 20_000) {
      while (value.items.length < Number(name)) value.items.push(none);
      const [first] = value.items;
      if (first) player.stage.noteMixed(first.knows, kept.knows);
      value.items[Number(name)] = kept;
    } else if (name === 'length') value.items.length = Math.min(Number(given.value) || 0, 20_000);
  } else if (value instanceof Entries) {
    const setter = setterOf(value, name);
    if (setter) player.call(setter, [given], self);
    else value.fields.set(name, kept);
  } else if (value instanceof Callable) value.fields.set(name, kept);
}

function setterOf(entries: Entries, name: string): Callable | undefined {
  const own = entries.fields.get(`%set ${name}`);
  if (own?.value instanceof Callable) return own.value;
  for (let { owner } = entries; owner !== undefined; owner = owner.parent) {
    const one = owner.methods.get(`%set ${name}`);
    if (one?.value instanceof Callable) return one.value;
  }
  return undefined;
}
