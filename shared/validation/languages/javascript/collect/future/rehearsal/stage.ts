import type { AnyNode, NodeOf } from '../../../node.ts';
import { merged, nothing, type Knowledge, type Known, type Table } from './knowledge.ts';
import { everythingIn, Touched, type Entries, type Held, type List } from './things.ts';

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
  readonly touched = new Set<List | Entries>();
  /** From which row to which each decision knew a table, bar by bar. */
  readonly told = new Map<AnyNode, Map<Table, Touched>>();
  /** What was played while the bars came by. */
  readonly played = new Set<AnyNode>();
  readonly tables: ReadonlyMap<AnyNode, Table>;
  #steps: number;
  #chance: number;

  constructor(tables: ReadonlyMap<AnyNode, Table>, steps: number, seed: number) {
    this.tables = tables;
    this.#steps = steps;
    this.#chance = seed;
  }

  spend(steps = 1): void {
    this.#steps -= steps;
    if (this.#steps < 0) throw new Enough();
  }

  /** Chance that is the same in each rehearsal of a text. */
  random(): number {
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
      if (isAhead(known, bar)) this.foreknown.push({ node, known });
    }
  }

  #note(node: AnyNode, { table, first, last }: Known, bar: number): void {
    let tables = this.told.get(node);
    if (tables === undefined) this.told.set(node, (tables = new Map<Table, Touched>()));
    let touched = tables.get(table);
    if (touched === undefined) tables.set(table, (touched = new Touched()));
    touched.note(bar, first, last);
  }

  /** A place in something was looked at. */
  touch(thing: List | Entries, place: number): void {
    const { bar } = this;
    if (bar === undefined) return;
    if (thing.touched === undefined) {
      thing.touched = new Touched();
      for (const { table } of everythingIn(thing)) thing.touched.tables.add(table);
    }
    this.touched.add(thing);
    thing.touched.note(bar.index, place, place);
  }
}

function isAhead(
  { table, first, last }: Known,
  bar: { readonly index: number; readonly time: number },
): boolean {
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
