import { merged, nothing, told, type Knowledge } from './knowledge.ts';
import type { Player } from './player.ts';
import { fromJson } from './from-json.ts';
import { momentFrom } from './moments.ts';
import {
  Callable,
  Entries,
  Group,
  List,
  Steps,
  held,
  native,
  none,
  plain,
  unknown,
  type Held,
} from './things.ts';
import { objectFunctions } from './object-functions.ts';

/** What a name means that the text does not declare. */
export function globalNamed(player: Player, name: string): Held {
  const { globals } = player;
  if (!globals.has(name)) globals.set(name, globalFor(player, name));
  return globals.get(name) ?? plain(unknown);
}

function globalFor(player: Player, name: string): Held | undefined {
  switch (name) {
    case 'undefined':
      return none;
    case 'NaN':
      return plain(NaN);
    case 'Infinity':
      return plain(Infinity);
    case 'Math':
      return plain(mathematics(player));
    case 'Number':
      return withMembers(converter(name), [
        'isFinite',
        'isNaN',
        'isInteger',
        'parseFloat',
        'parseInt',
      ]);
    case 'parseFloat':
    case 'parseInt':
    case 'String':
    case 'Boolean':
    case 'isNaN':
    case 'isFinite':
      return converter(name);
    case 'Map':
    case 'Set':
      return native(name, ([from]) => plain(groupFrom(player, from, name === 'Set')));
    case 'Object':
      return objectFunctions(player);
    case 'Array':
      return arrayMaker(player);
    case 'JSON':
      return record({ parse: ([text = none]) => fromJson(text) });
    case 'Date':
      return momentFrom();
    case 'Symbol':
      return record({}, { iterator: plain('@@iterator') });
    case 'structuredClone':
      return native(name, ([one = none]) => copied(one));
    case 'console':
      return record({ log: () => none, info: () => none, warn: () => none, error: () => none });
    default:
      return /^(?:Float|Int|Uint|Uint8Clamped)\d*Array$/.test(name)
        ? arrayMaker(player, plain(0))
        : undefined;
  }
}

export function record(
  functions: Readonly<Record<string, (args: readonly Held[]) => Held>>,
  values: Readonly<Record<string, Held>> = {},
): Held {
  const entries = new Entries();
  for (const [key, call] of Object.entries(functions)) entries.fields.set(key, native(key, call));
  for (const [key, one] of Object.entries(values)) entries.fields.set(key, one);
  return plain(entries);
}

function withMembers(maker: Held, names: readonly string[]): Held {
  if (maker.value instanceof Callable) {
    for (const name of names) maker.value.fields.set(name, converter(name));
    maker.value.fields.set('EPSILON', plain(Number.EPSILON));
    maker.value.fields.set('MAX_VALUE', plain(Number.MAX_VALUE));
    maker.value.fields.set('MAX_SAFE_INTEGER', plain(Number.MAX_SAFE_INTEGER));
    maker.value.fields.set('NEGATIVE_INFINITY', plain(-Infinity));
    maker.value.fields.set('POSITIVE_INFINITY', plain(Infinity));
  }
  return maker;
}

const converter = (name: string): Held =>
  native(name, ([one = none]) => {
    const { value, knows } = one;
    if (value === unknown || (typeof value === 'object' && value !== null))
      return held(unknown, knows);
    if (name === 'String') return held(String(value), knows);
    if (name === 'Boolean') return held(Boolean(value), knows);
    if (name === 'parseInt') return held(Number.parseInt(String(value), 10), knows);
    if (name === 'parseFloat') return held(Number.parseFloat(String(value)), knows);
    // Whether there is a number at all says nothing of how large it is.
    if (name === 'isNaN') return plain(Number.isNaN(Number(value)));
    if (name === 'isFinite') return plain(Number.isFinite(Number(value)));
    if (name === 'isInteger') return plain(Number.isInteger(value));
    return held(Number(value), knows);
  });

function mathematics(player: Player): Entries {
  const entries = new Entries();
  for (const name of Object.getOwnPropertyNames(Math)) {
    const known: unknown = Object.getOwnPropertyDescriptor(Math, name)?.value;
    if (typeof known === 'number') entries.fields.set(name, plain(known));
    else if (name !== 'random') {
      entries.fields.set(
        name,
        native(name, (args) => {
          player.stage.spend(1 + args.length / 8);
          const knows = args.reduce<Knowledge>((all, one) => merged(all, one.knows), nothing);
          if (args.some(({ value }) => value === unknown)) return held(unknown, knows);
          const numbers = args.map(({ value }) => Number(typeof value === 'object' ? NaN : value));
          const result = Reflect.apply(known as (...numbers: number[]) => number, Math, numbers);
          return held(result, name === 'sign' ? told(knows) : knows);
        }),
      );
    }
  }
  return entries;
}

function groupFrom(player: Player, from: Held | undefined, isSet: boolean): Group {
  const group = new Group(isSet);
  const list = from && from.value !== undefined ? player.iterate(from) : undefined;
  if (list === undefined) return group;
  group.shape = list.shape;
  for (const item of list.items) {
    const pair = item.value instanceof List ? item.value.items : [];
    const [key, value] = isSet ? [item, item] : [pair[0] ?? none, pair[1] ?? none];
    group.entries.set(key.value, [key, value]);
  }
  return group;
}

/** Typed arrays begin with noughts, others with nothing. */
function arrayMaker(player: Player, empty = none): Held {
  const maker = native('Array', (args) => {
    const [first] = args;
    if (first?.value instanceof List && args.length === 1)
      return plain(new List([...first.value.items], first.value.shape));
    if (args.length !== 1 || typeof first?.value !== 'number') return plain(new List([...args]));
    return plain(
      new List(
        Array.from({ length: Math.min(Math.max(0, first.value || 0), 20_000) }, () => empty),
      ),
    );
  });
  if (!(maker.value instanceof Callable)) return maker;
  const { fields } = maker.value;
  fields.set(
    'isArray',
    native('isArray', ([one]) => plain(one?.value instanceof List)),
  );
  fields.set(
    'of',
    native('of', (args) => plain(new List([...args]))),
  );
  fields.set(
    'from',
    native('from', ([from = none, by]) => {
      const list = fromLength(from) ?? player.iterate(from);
      if (list === undefined) return plain(unknown);
      const { value } = by ?? none;
      if (!(value instanceof Callable)) return plain(new List([...list.items], list.shape));
      const items = list.items.map((item, place) =>
        player.call(value, [held(item.value, merged(item.knows, list.shape)), plain(place)], none),
      );
      return plain(new List(items, list.shape));
    }),
  );
  return maker;
}

/** `Array.from({ length: n })` */
function fromLength({ value }: Held): List | undefined {
  const length = value instanceof Entries ? value.fields.get('length')?.value : undefined;
  if (typeof length !== 'number') return undefined;
  return new List(Array.from({ length: Math.min(Math.max(0, length), 20_000) }, () => none));
}

export function copied(one: Held): Held {
  const { value, knows } = one;
  if (value instanceof List) return held(new List(value.items.map(copied), value.shape), knows);
  if (value instanceof Steps) return one;
  if (!(value instanceof Entries)) return one;
  const copy = new Entries(value.owner);
  for (const [key, part] of value.fields) copy.fields.set(key, copied(part));
  return held(copy, knows);
}
