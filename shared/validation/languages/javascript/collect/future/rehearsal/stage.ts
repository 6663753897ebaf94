import type { AnyNode, NodeOf } from '../../../node.ts';
import { meetsPrices } from './course.ts';
import {
  barPlaces,
  hasPrices,
  merged,
  nothing,
  type Knowledge,
  type Known,
  type Table,
} from './knowledge.ts';
import { everythingIn, List, Touched, type Held, type Lookable, type Raw } from './things.ts';

/** The rehearsal is over: it has shown what it can. */
export class Enough extends Error {}

/** What the text throws. */
export class Thrown extends Error {
  readonly held: Held;

  constructor(held: Held) {
    super();
    this.held = held;
  }
}

/** A decision for one bar that knew later rows. */
export interface Foreknown {
  readonly node: AnyNode;
  readonly known: Known;
}

/** The bar that is played, and what is written down of it. */
export class Stage {
  /** The bar's place and time; undefined before the first one. */
  bar: { readonly index: number; readonly time: number } | undefined;
  /** What the decisions know on which it depends that this very step is taken. */
  path: Knowledge = nothing;
  depth = 0;
  readonly foreknown: Foreknown[] = [];
  /** Where something is looked at, by what, and how far that was at each bar. */
  readonly touched = new Map<AnyNode, Map<Lookable, Touched>>();
  /** The place in the text that is played. */
  site: AnyNode | undefined;
  /** From which row to which each decision knew a table, bar by bar. */
  readonly told = new Map<AnyNode, Map<Table, Touched>>();
  /** Numbers of the bar's that something made of a table was held against. */
  readonly met = new Map<AnyNode, Map<Table, Touched>>();
  /** Tables of which rows were chosen by their figures, and then met with the bar's place. */
  readonly chosen = new Set<Table>();
  /** Calls that asked for a bar after the present one, and at how many bars. */
  readonly #asksAhead = new Map<AnyNode, Set<number>>();
  /** What was played while the bars came by. */
  readonly played = new Set<AnyNode>();
  /** What is played counts though no bars come by: a script has them all at once. */
  notesAll = false;
  /** How often chance had to say what nobody could know. */
  guesses = 0;
  /** Something was asked for that no player knows; from there on it may all have been otherwise. */
  isUnfaithful = false;
  readonly tables: ReadonlyMap<AnyNode, Table>;
  /** So many rows of each table are played. */
  readonly mostRows: number;
  /** Tables that the bars' own prices were added to: they go on with what was before. */
  readonly goOn = new Set<Table>();
  /** Numbers of a table that the bar's place was held against. */
  readonly #anchorsMet = new Map<Table, Set<number>>();
  #watchesPrices: boolean | undefined;
  #steps: number;
  #chance: number;

  constructor(tables: ReadonlyMap<AnyNode, Table>, steps: number, seed: number, rows: number) {
    this.mostRows = rows;
    this.tables = tables;
    this.#steps = steps;
    this.#chance = seed;
  }

  /** Whether it matters where the bars' prices go. */
  get watchesPrices(): boolean {
    return (this.#watchesPrices ??= [...this.tables.values()].some(meetsPrices));
  }

  get pricesOfRun(): ReadonlySet<Table> {
    const all = [...this.tables.values()];
    return new Set(
      all.filter((one) => (one.isCourse || this.isAnchored(one)) && !this.goOn.has(one)),
    );
  }

  /** Its rows are written for bars that come one after the other. */
  isAnchored(table: Table): boolean {
    return (this.#anchorsMet.get(table)?.size ?? 0) >= leastMet;
  }

  /** `row.at > bar.index` */
  noteAnchor(value: Raw): void {
    for (const table of this.watchesPrices ? this.tables.values() : []) {
      if (typeof value !== 'number' || !table.anchors.includes(value)) continue;
      entered(this.#anchorsMet, table, () => new Set<number>()).add(value);
    }
  }

  /** Prices of bars come to those of a table, in one sum or one list. */
  noteMixed(before: Knowledge, added: Knowledge): void {
    if (!hasPrices(added) || hasPrices(before)) return;
    for (const { table } of before) if (table.node !== undefined) this.goOn.add(table);
  }

  /** What is left of the steps after this rehearsal. */
  get left(): number {
    return Math.max(0, this.#steps);
  }

  spend(steps = 1): void {
    this.#steps -= steps;
    if (this.#steps < 0) throw new Enough();
  }

  /** Chance that is the same in each rehearsal of a text. */
  random(): number {
    this.guesses++;
    this.#chance = (Math.imul(this.#chance, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#chance / 2 ** 32;
  }

  /** What is stored depends on the way here, too. */
  onPath({ value, knows }: Held): Held {
    return this.path.length === 0 ? { value, knows } : { value, knows: merged(knows, this.path) };
  }

  /** Something is decided at the present bar. */
  decide(node: AnyNode, knows: Knowledge, isTest: boolean): void {
    const { bar } = this;
    if (bar === undefined || this.foreknown.length > 200) return;
    for (const known of knows) {
      if (!isTest && !known.isTold) continue;
      this.#note(node, known, bar.index);
      if (isAhead(known, bar, this.isAnchored(known.table))) this.foreknown.push({ node, known });
    }
  }

  /** `best.includes(bar.index % 5)`, where the best were chosen by what came of them. */
  meetPlace(rows: Knowledge, place: Knowledge): void {
    if (this.bar === undefined || !place.some(({ table }) => table === barPlaces)) return;
    for (const { table, isTold, first, last } of rows) {
      if (isTold && last > first && table !== barPlaces) this.chosen.add(table);
    }
  }

  /** What knows rows was held against a number of the bar's. */
  meet(node: AnyNode, knows: Knowledge, value: number | string): void {
    const { bar } = this;
    if (bar === undefined) return;
    for (const { table } of knows) {
      const tables = entered(this.met, node, () => new Map<Table, Touched>());
      const touched = entered(tables, table, () => new Touched(nothing));
      if (typeof value === 'string') touched.noteText(bar.index, value);
      else touched.note(bar.index, value, value);
    }
  }

  #note(node: AnyNode, { table, first, last }: Known, bar: number): void {
    const tables = entered(this.told, node, () => new Map<Table, Touched>());
    const touched = entered(tables, table, () => new Touched(nothing, true));
    touched.note(bar, first, last);
  }

  /** The bar of so many ago was asked for at the present site. */
  noteAgo(ago: number): void {
    const { bar, site } = this;
    if (bar === undefined || site === undefined || !Number.isFinite(ago) || ago > -1) return;
    entered(this.#asksAhead, site, () => new Set<number>()).add(bar.index);
  }

  /** Calls that ask for later bars again and again: a slip at the first bar would not go unseen. */
  get asksAhead(): readonly AnyNode[] {
    return [...this.#asksAhead].filter(([, bars]) => bars.size > 2).map(([node]) => node);
  }

  /** A place in something was looked at. */
  touch(thing: Lookable, place: Raw, mayCycle = true): void {
    const { bar, site } = this;
    if (bar === undefined || site === undefined) return;
    if (typeof place !== 'number' && typeof place !== 'string') return;
    const things = entered(this.touched, site, () => new Map<Lookable, Touched>());
    const touched = entered(things, thing, () => {
      this.spend(thing instanceof List ? thing.items.length / 4 : 1);
      return new Touched(everythingIn(thing), mayCycle);
    });
    if (typeof place === 'string') touched.noteText(bar.index, place);
    else touched.note(bar.index, place, place);
  }
}

const leastMet = 3;

function entered<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function isAhead(
  { table, first, last }: Known,
  bar: { readonly index: number; readonly time: number },
  isAnchored: boolean,
): boolean {
  if (isAnchored) return (table.anchors[last] ?? NaN) > bar.index;
  const [begin, end] = [table.times[first], table.times[last]];
  if (begin !== undefined && end !== undefined) return Math.max(begin, end) > bar.time;
  return last > bar.index;
}

/** How a run of statements was left. */
export interface Leaving {
  readonly how: 'break' | 'continue' | 'return';
  readonly label: string | undefined;
  readonly held: Held | undefined;
}

export type Assignable = NodeOf<'Identifier' | 'MemberExpression'>;
