import { Facts } from './facts.ts';
import type { Machine } from './machine.ts';
import { sameThing } from './memory.ts';
import type { Thing } from './thing.ts';

/** Whether a thing counts as true; itself, where that is open. */
export function decide(machine: Machine, thing: Thing): boolean | Exclude<Thing, boolean> {
  const truth = machine.facts.truthOf(thing);
  return truth ?? thing;
}

/** Both ways of a choice that is open, one after the other from the same state; what they leave differently is unknown. */
export function tryBoth(
  machine: Machine,
  condition: Thing,
  yes: () => Thing,
  no: () => Thing,
): Thing {
  const { memory, facts } = machine;
  const mark = memory.mark;
  machine.facts = new Facts(facts);
  machine.facts.assume(condition, true);
  const one = yes();
  const changes = memory.undo(mark);
  machine.facts = new Facts(facts);
  machine.facts.assume(condition, false);
  const other = no();
  memory.join(changes, mark);
  machine.facts = facts;
  return sameThing(one, other) ? one : memory.fresh();
}
