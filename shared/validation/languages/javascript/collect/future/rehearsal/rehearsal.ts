import type { Program } from 'acorn';
import type { AnyNode } from '../../../node.ts';
import { nothing, ofBarPlace, ofBarPrice, type Knowledge, type Table } from './knowledge.ts';
import { Player } from './player.ts';
import { Room } from './room.ts';
import { mostRows } from './tagging.ts';
import { Enough, Stage, Thrown, type Foreknown } from './stage.ts';
import {
  Callable,
  Entries,
  everythingIn,
  native,
  none,
  plain,
  unknown,
  type Held,
  held,
} from './things.ts';

/** The bars that a rehearsal plays. */
export interface Playbill {
  readonly times: readonly number[];
  readonly seed: number;
  readonly steps: number;
  /** So many rows of each table are played; all that matter when not given. */
  readonly rows?: number;
}

/** What one rehearsal has shown. */
export interface Shown {
  readonly foreknown: readonly Foreknown[];
  /** Tables of which something was read one place further at each bar. */
  readonly alongBars: ReadonlySet<Table>;
  /** Tables of which any decision knew a row. */
  readonly decidedBy: ReadonlySet<Table>;
  /** Tables of prices that nothing adds those of the bars to. */
  readonly pricesOfRun: ReadonlySet<Table>;
  /** It came to its end, and no bar failed. */
  readonly isComplete: boolean;
  /** Calls of `barAgo` that asked for bars to come. */
  readonly asksAhead: readonly AnyNode[];
  /** What was played while the bars came by. */
  readonly played: ReadonlySet<AnyNode>;
  readonly spent: number;
}

/** Plays a strategy on bars that are made up, and watches which rows its decisions know. */
export function rehearse(
  program: Program,
  tables: ReadonlyMap<AnyNode, Table>,
  { times, seed, steps, rows = mostRows }: Playbill,
): Shown {
  const stage = new Stage(tables, steps, seed, rows);
  const player = new Player(stage);
  let isComplete = true;
  try {
    const room = new Room(undefined, true);
    room.declare('this', none);
    player.runAll(program.body, room);
    nameExports(program, room);
    // A text that checks itself and fails plays no bar: those that are played learn nothing by it.
    stage.path = nothing;
    const self = strategyIn(player, room, times);
    if (self !== undefined) isComplete = playBars(player, self, times);
  } catch (error) {
    if (!isEnd(error)) throw error;
    isComplete = false;
  }
  return {
    foreknown: stage.foreknown,
    alongBars: new Set([...alongBars(stage)].filter((table) => !stage.goOn.has(table))),
    decidedBy: new Set([...stage.told.values()].flatMap((tables) => [...tables.keys()])),
    pricesOfRun: stage.pricesOfRun,
    isComplete,
    asksAhead: stage.asksAhead,
    played: stage.played,
    spent: steps - stage.left,
  };
}

/**
 * Deep nesting exhausts the stack here sooner than in the parser, and what no player foresaw ends a
 * rehearsal too: it then has shown nothing, and the checks that only look still stand.
 */
export const isEnd = (error: unknown): boolean =>
  error instanceof Enough ||
  error instanceof Thrown ||
  error instanceof RangeError ||
  error instanceof TypeError;

/** `export { Turtle as default, settings as parameters };` */
function nameExports({ body }: Program, room: Room): void {
  for (const part of body) {
    if (part.type !== 'ExportNamedDeclaration' || part.source) continue;
    for (const { local, exported } of part.specifiers) {
      const name = 'name' in exported ? exported.name : exported.value;
      const held = 'name' in local ? room.read(local.name) : undefined;
      if (held === undefined) continue;
      if (name === 'default') room.declare('%default', held);
      else if (name === 'parameters') room.declare(name, held);
    }
  }
}

function strategyIn(player: Player, room: Room, times: readonly number[]): Held | undefined {
  const { value } = room.read('%default') ?? none;
  const made = value instanceof Callable ? value.made : undefined;
  if (made === undefined) return undefined;
  const entries = new Entries(made, true);
  const self = plain(entries);
  const { fields } = entries;
  fields.set('parameters', settingsIn(room));
  fields.set(
    'random',
    native('random', () => plain(player.stage.random())),
  );
  fields.set(
    'barAgo',
    native('barAgo', ([ago]) => {
      if (typeof ago?.value === 'number') player.stage.noteAgo(ago.value);
      const place =
        (player.stage.bar?.index ?? -1) - (typeof ago?.value === 'number' ? ago.value : 1);
      const bar =
        place < 0 || ago?.value === unknown
          ? none
          : barAt(place, times, player.stage.watchesPrices);
      return held(bar.value, ago?.knows ?? []);
    }),
  );
  player.build(made, self, []);
  callHandler(player, self, 'initialize', []);
  return self;
}

/** The defaults of `export const parameters`. */
function settingsIn(room: Room): Held {
  const settings = new Entries();
  const { value } = room.read('parameters') ?? none;
  if (!(value instanceof Entries)) return plain(unknown);
  for (const [key, { value: one }] of value.fields) {
    settings.fields.set(
      key,
      (one instanceof Entries && one.fields.get('default')) || plain(unknown),
    );
  }
  return plain(settings);
}

function playBars(player: Player, self: Held, times: readonly number[]): boolean {
  let isComplete = true;
  for (const [index, time] of times.entries()) {
    player.stage.bar = { index, time };
    const bar = barAt(index, times, player.stage.watchesPrices);
    if (self.value instanceof Entries) {
      self.value.fields.set('barIndex', held(index, ofBarPlace));
      self.value.fields.set('bar', bar);
    }
    const bars = new Entries();
    bars.fields.set('SPY', bar);
    try {
      callHandler(player, self, 'onBar', [bar, plain(index)]);
      callHandler(player, self, 'onBars', [plain(bars)]);
    } catch (error) {
      if (!(error instanceof Thrown)) throw error;
      isComplete = false;
    }
  }
  return isComplete;
}

function callHandler(player: Player, self: Held, name: string, args: readonly Held[]): void {
  const handler = player.member(self, plain(name));
  if (handler.value instanceof Callable) player.call(handler.value, args, self);
}

const knownOf = (key: string, watchesPrices: boolean): Knowledge => {
  if (key === 'index') return ofBarPlace;
  return watchesPrices && /^(?:open|high|low|close)$/.test(key) ? ofBarPrice : nothing;
};

/** Prices that go up and down, the same for each rehearsal. */
function barAt(index: number, times: readonly number[], watchesPrices: boolean): Held {
  const price = (place: number): number =>
    100 + 8 * Math.sin(place * 1.3) + 4 * Math.cos(place * 0.4);
  const [open, close] = [price(index - 0.5), price(index)];
  const bar = new Entries();
  const fields = {
    symbol: 'SPY',
    index,
    time: times[index],
    open,
    high: Math.max(open, close) + 1,
    low: Math.min(open, close) - 1,
    close,
    volume: 1e6 + 1e5 * Math.sin(index),
  };
  for (const [key, value] of Object.entries(fields))
    bar.fields.set(key, held(value, knownOf(key, watchesPrices)));
  return plain(bar);
}

/** Tables of which something was read, or decided by, one row further at each bar. */
function alongBars({ touched, told, met, chosen }: Stage): ReadonlySet<Table> {
  const found = new Set(chosen);
  for (const things of touched.values()) {
    for (const [thing, places] of things) {
      if (!places.goesAlong) continue;
      // A scale is read by places of all kinds; days that are sought in it are those of the run.
      const counts = (table: Table): boolean => places.isSought || !table.isScale;
      for (const table of places.tables) if (counts(table)) found.add(table);
      for (const { table } of everythingIn(thing)) if (counts(table)) found.add(table);
    }
  }
  for (const tables of told.values()) {
    for (const [table, rows] of tables) if (rows.goesAlong && !table.isScale) found.add(table);
  }
  for (const tables of met.values()) {
    for (const [table, rows] of tables) if (rows.goesAlong) found.add(table);
  }
  return found;
}
