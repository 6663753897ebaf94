import type { Variable } from '../../../scopes/scope.ts';
import { Cell, Unknown, type Thing } from './thing.ts';

type Slots = Map<unknown, Thing>;

interface Change {
  readonly slots: Slots;
  readonly key: unknown;
  readonly had: boolean;
  readonly before: Thing;
}

/** Everything that an imagined run stores, with a way back: a branch can be tried and undone. */
export class Memory {
  private readonly changes: Change[] = [];
  private count = 0;

  /** An unknown that equals no other. */
  fresh(kind = ''): Unknown {
    return new Unknown(`~${kind}${++this.count}`);
  }

  set(slots: Map<Variable, Thing> | Map<string, Thing>, key: unknown, value: Thing): void {
    const all = slots as Slots;
    this.changes.push({ slots: all, key, had: all.has(key), before: all.get(key) });
    all.set(key, value);
  }

  remove(slots: Map<string, Thing>, key: string): void {
    const all = slots as Slots;
    if (!all.has(key)) return;
    this.changes.push({ slots: all, key, had: true, before: all.get(key) });
    all.delete(key);
  }

  get mark(): number {
    return this.changes.length;
  }

  /** Undoes all changes since a mark; gives what they had come to. */
  undo(mark: number): Change[] {
    const undone = this.changes.splice(mark);
    const seen = new Map<Slots, Set<unknown>>();
    const results: Change[] = [];
    for (const { slots, key } of undone) {
      const keys = seen.get(slots) ?? new Set();
      seen.set(slots, keys);
      if (keys.has(key)) continue;
      keys.add(key);
      results.push({ slots, key, had: slots.has(key), before: slots.get(key) });
    }
    for (const { slots, key, had, before } of undone.reverse()) {
      if (had) slots.set(key, before);
      else slots.delete(key);
    }
    return results;
  }

  /** After two branches: where they left different things, nobody knows which. */
  join(one: readonly Change[], mark: number): void {
    const other = new Map<Slots, Set<unknown>>();
    const note = (slots: Slots, key: unknown): void => {
      const keys = other.get(slots) ?? new Set();
      other.set(slots, keys);
      keys.add(key);
    };
    const before = new Map<Slots, Map<unknown, Change>>();
    for (const change of one) {
      const keys = before.get(change.slots) ?? new Map<unknown, Change>();
      before.set(change.slots, keys);
      keys.set(change.key, change);
      note(change.slots, change.key);
    }
    const starts = new Map<Slots, Map<unknown, Change>>();
    for (const change of this.changes.slice(mark)) {
      const keys = starts.get(change.slots) ?? new Map<unknown, Change>();
      starts.set(change.slots, keys);
      if (!keys.has(change.key)) keys.set(change.key, change);
      note(change.slots, change.key);
    }
    for (const [slots, keys] of other) {
      for (const key of keys) {
        const first = before.get(slots)?.get(key) ?? starts.get(slots)?.get(key);
        const isSame = first?.had === slots.has(key) && sameThing(first.before, slots.get(key));
        if (!isSame) this.set(slots as Map<string, Thing>, key, this.fresh());
      }
    }
  }
}

export function sameThing(a: Thing, b: Thing): boolean {
  if (Object.is(a, b)) return true;
  if (a instanceof Unknown && b instanceof Unknown) return a.name === b.name;
  if (a instanceof Cell || b instanceof Cell || a === null || b === null) return false;
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  if (a instanceof Unknown || b instanceof Unknown || a.terms.size !== b.terms.size) return false;
  for (const [name, weight] of a.terms) if (b.terms.get(name) !== weight) return false;
  return Math.abs(a.constant - b.constant) <= 1e-9 * Math.abs(a.constant);
}
