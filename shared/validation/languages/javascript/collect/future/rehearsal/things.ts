import type { ClassLike, FunctionLike, NodeOf } from '../../../node.ts';
import { merged, nothing, type Knowledge, type Table } from './knowledge.ts';
import type { Room } from './room.ts';

/** A value, and the rows of tables that went into it. */
export interface Held {
  readonly value: Raw;
  readonly knows: Knowledge;
}

export type Plain = number | string | boolean | null | undefined;
export type Raw = Plain | Thing;
export type Thing = List | Entries | Group | Callable | Moment | Steps | typeof unknown;

/** What the rehearsal cannot say: an indicator, something of a library. */
export const unknown = Symbol('unknown');

const leastTexts = 20;

/** Where each bar looked into a thing: a list that goes along with the bars is looked at one further at each. */
export class Touched {
  readonly tables: ReadonlySet<Table>;
  readonly #lows: number[] = [];
  readonly #highs: number[] = [];

  readonly #mayCycle: boolean;
  readonly #texts = new Map<number, string>();

  constructor(knows: Knowledge, mayCycle = false) {
    this.#mayCycle = mayCycle;
    this.tables = new Set(knows.map(({ table }) => table));
  }

  note(bar: number, low: number, high: number): void {
    this.#lows[bar] = Math.min(this.#lows[bar] ?? low, low);
    this.#highs[bar] = Math.max(this.#highs[bar] ?? high, high);
  }

  /** A key that is a text: a day's is another at each bar, a month's or a weekday's comes again. */
  noteText(bar: number, text: string): void {
    this.#texts.set(bar, text);
  }

  /** Asked for by what stands in it, not by a place. */
  get isSought(): boolean {
    return !this.#mayCycle;
  }

  get goesAlong(): boolean {
    if (this.#texts.size >= leastTexts) {
      return new Set(this.#texts.values()).size === this.#texts.size;
    }
    if (!this.#mayCycle) return isEven(this.#lows) && isEven(this.#highs);
    return isSteady(this.#lows, this.#mayCycle) || isSteady(this.#highs, this.#mayCycle);
  }
}

/**
 * At each bar one further than at the one before, or where it was; from its end it may begin anew, if
 * the first bar had the first place: days of the week and of the month do not begin with the run.
 */
function isSteady(places: readonly (number | undefined)[], mayCycle: boolean): boolean {
  const start = places.find((place) => place !== undefined) ?? 0;
  let last: { readonly bar: number; readonly place: number } | undefined;
  let steps = 0;
  for (const [bar, place] of places.entries()) {
    if (place === undefined) continue;
    const by = last === undefined ? 0 : place - last.place;
    const isNew = mayCycle && start <= 1 && place <= start;
    if (last !== undefined && by === bar - last.bar) steps++;
    else if (by !== 0 && !isNew) return false;
    last = { bar, place };
  }
  return steps >= 2;
}

/** A time, a day's number or a place: at each bar further by the same. */
function isEven(values: readonly (number | undefined)[]): boolean {
  const known = [...values.entries()].filter(
    (one): one is [number, number] => one[1] !== undefined,
  );
  const [[bar, value] = [0, 0], second] = known;
  const step = second === undefined ? 0 : (second[1] - value) / (second[0] - bar);
  if (known.length < 3 || step === 0) return false;
  return known.every(([at, one]) => Math.abs(one - value - step * (at - bar)) < 1e-6);
}

/** An array, typed or not. */
export class List {
  items: Held[];
  /** What decided which elements are in it, and in which order. */
  shape: Knowledge;
  /** How many were taken off its front. */
  taken = 0;

  constructor(items: Held[], shape: Knowledge = nothing) {
    this.items = items;
    this.shape = shape;
  }
}

/** An object: a record, an instance of a class. */
export class Entries {
  readonly fields = new Map<string, Held>();
  readonly owner: Class | undefined;
  /** What the host gives: each member that it does not have is a method of its own. */
  readonly isHost: boolean;
  shape: Knowledge = nothing;

  constructor(owner?: Class, isHost = false) {
    this.owner = owner;
    this.isHost = isHost;
  }
}

/** A Map or a Set. */
export class Group {
  readonly entries = new Map<Raw, readonly [Held, Held]>();
  readonly isSet: boolean;
  shape: Knowledge = nothing;

  constructor(isSet: boolean) {
    this.isSet = isSet;
  }
}

export class Moment {
  time: Held;

  constructor(time: Held) {
    this.time = time;
  }
}

/** An iterator: what it goes along, and how far it is. */
export class Steps {
  readonly list: List;
  at = 0;

  constructor(list: List) {
    this.list = list;
  }
}

export type Native = (args: readonly Held[], self: Held) => Held;

export interface Class {
  readonly node: ClassLike;
  readonly room: Room;
  readonly parent: Class | undefined;
  readonly home: Callable;
  /** Methods and accessors by name, `%get name`, `%set name`. */
  readonly methods: Map<string, Held>;
}

/** A function: of the text, or one that the rehearsal knows. */
export class Callable {
  readonly node: FunctionLike | undefined;
  readonly room: Room | undefined;
  readonly native: Native | undefined;
  readonly name: string;
  /** Static members, or what else is put on it. */
  readonly fields = new Map<string, Held>();
  made: Class | undefined;
  /** The class in which a method stands, for `super`. */
  home: Held | undefined;

  constructor(
    name: string,
    body: { readonly node?: FunctionLike; readonly room?: Room; readonly native?: Native },
  ) {
    this.name = name;
    this.node = body.node;
    this.room = body.room;
    this.native = body.native;
  }
}

/** Things that have places, or keys. */
export type Lookable = List | Entries | Group;

/** All that any part of it knows. */
export function everythingIn(thing: Lookable, depth = 0): Knowledge {
  return partsOf(thing).reduce((all, { value, knows }) => {
    const isInner = value instanceof List || value instanceof Entries;
    const inner = isInner && depth < 2 ? everythingIn(value, depth + 1) : nothing;
    return merged(all, merged(knows, inner));
  }, thing.shape);
}

function partsOf(thing: Lookable): readonly Held[] {
  if (thing instanceof List) return thing.items;
  if (thing instanceof Entries) return [...thing.fields.values()];
  return [...thing.entries.values()].flat();
}

export const plain = (value: Raw): Held => ({ value, knows: nothing });
export const held = (value: Raw, knows: Knowledge): Held =>
  knows.length === 0 ? plain(value) : { value, knows };
export const none: Held = plain(undefined);
export const native = (name: string, call: Native): Held =>
  plain(new Callable(name, { native: call }));

export const isThing = (value: Raw): value is Exclude<Thing, symbol> =>
  typeof value === 'object' && value !== null;

/** A value as a key, or as a part of a text. */
export const asText = (value: Raw): string =>
  isThing(value) || typeof value === 'symbol' ? '[object]' : String(value);

export const functionFrom = (
  node: NodeOf<'FunctionExpression'>,
  room: Room,
  name: string,
  home?: Held,
): Held => {
  const callable = new Callable(name, { node, room });
  callable.home = home;
  return plain(callable);
};
