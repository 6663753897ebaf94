import { Facts } from './facts.ts';
import { OpenLoop, Thrown, type Completion, type LoopRun, type Machine } from './machine.ts';
import { forgetElements } from './members.ts';
import { snapshot, type Place, type Shown } from './snapshot.ts';
import { added, anyRounds, Cell, Linear, linearOf, type Thing } from './thing.ts';

type Round = () => Completion | 'end';

/** Rounds after which a proof is tried, and how many rounds may belong together. */
const tried = new Set([3, 6, 9, 14, 21, 72, 136, 264, 520]);
const longestPeriod = 6;

/**
 * Whether a loop goes on for ever although no state of it comes back: from one round to a later one
 * some numbers moved by equal steps and the rest is as it was. If from any such state on the same
 * rounds lead to the next one, and every test on the way is decided, there is no end.
 */
export function isProven(
  machine: Machine,
  run: LoopRun,
  shown: readonly Shown[],
  round: Round,
  cursor: Cell | undefined,
  base: string,
): boolean {
  if (!tried.has(run.round)) return false;
  for (let period = 1; period <= Math.min(longestPeriod, shown.length - 1); period++) {
    const [before, now] = [shown.at(-1 - period), shown.at(-1)];
    const moves = before && now && movesBetween(before, now);
    if (moves && now && holds(machine, run, now, moves, round, period, cursor, base)) return true;
  }
  return false;
}

interface Moves {
  readonly steps: ReadonlyMap<string, number>;
  readonly lists: readonly Cell[];
  readonly forgotten: readonly string[];
}

/** How one state differs from an earlier one; undefined where it is another kind of state. */
function movesBetween(before: Shown, now: Shown): Moves | undefined {
  const lists: Cell[] = [];
  const inLists: string[] = [];
  for (const [path, { cell, text }] of now.lists) {
    if (before.lists.get(path)?.text === text) continue;
    lists.push(cell);
    inLists.push(`${path}.`);
  }
  const isInList = (path: string): boolean =>
    inLists.some(
      (list) => path.startsWith(list) && path !== `${list}length` && path !== `${list}size`,
    );
  const steps = new Map<string, number>();
  const forgotten: string[] = [];
  for (const [path, place] of now.places) {
    if (isInList(path)) continue;
    const earlier = before.places.get(path);
    if (earlier === undefined) return undefined;
    if (earlier.text === place.text) continue;
    const step = stepBetween(earlier.value, place.value);
    if (step !== undefined && place.owner?.kind !== 'typed') steps.set(path, step);
    else if (earlier.value instanceof Cell || place.value instanceof Cell) return undefined;
    else forgotten.push(path);
  }
  for (const path of before.places.keys()) {
    if (!now.places.has(path) && !isInList(path)) return undefined;
  }
  return { steps, lists, forgotten };
}

function stepBetween(before: Thing, now: Thing): number | undefined {
  if (typeof before === 'string' || typeof now === 'string') return undefined;
  const [a, b] = [linearOf(before), linearOf(now)];
  const step = a && b && added(b, a, -1);
  return step && step.terms.size === 0 && step.constant !== 0 ? step.constant : undefined;
}

function holds(
  machine: Machine,
  run: LoopRun,
  now: Shown,
  moves: Moves,
  round: Round,
  period: number,
  cursor: Cell | undefined,
  base: string,
): boolean {
  const { memory, facts, frame } = machine;
  const [mark, count, depth] = [memory.mark, run.round, machine.loops.length];
  machine.proofs++;
  machine.facts = new Facts(facts);
  try {
    for (const list of moves.lists) forgetElements(machine, list);
    for (const path of moves.forgotten) {
      const place = now.places.get(path);
      const isCount = place?.owner?.of.startsWith('U');
      if (place) memory.set(place.slots, place.key, memory.fresh(isCount ? 'count' : ''));
    }
    const starts = new Map<string, Linear>();
    for (const [path, step] of moves.steps) {
      const place = now.places.get(path);
      const value = place && linearOf(place.value);
      if (!place || !value) return false;
      const start = added(value, new Linear(new Map([[anyRounds, step]]), 0), 1);
      starts.set(path, start);
      memory.set(place.slots, place.key, start);
    }
    const first = snapshot(machine, run, cursor, base);
    for (let index = 0; index < period; index++) {
      run.round++;
      if (round() !== undefined) return false;
    }
    const last = snapshot(machine, run, cursor, base);
    return !!first && !!last && isNext(first, last, moves, starts);
  } catch (error) {
    if ((error instanceof OpenLoop && error.run === run) || error instanceof Thrown) return false;
    throw error;
  } finally {
    memory.undo(mark);
    machine.facts = facts;
    machine.frame = frame;
    machine.loops.splice(depth);
    machine.proofs--;
    run.round = count;
    run.mayEnd = false;
  }
}

/** Whether a state is the one before, moved by one more step. */
function isNext(
  first: Shown,
  last: Shown,
  { steps, lists, forgotten }: Moves,
  starts: ReadonlyMap<string, Linear>,
): boolean {
  const isLoose = (place: Place): boolean =>
    place.owner !== undefined &&
    lists.includes(place.owner) &&
    place.key !== 'length' &&
    place.key !== 'size';
  for (const [path, place] of last.places) {
    if (isLoose(place)) continue;
    const start = starts.get(path);
    if (start !== undefined) {
      const moved = linearOf(place.value);
      const gap = moved && added(moved, start, -1);
      const step = steps.get(path) ?? 0;
      const isSame =
        gap?.terms.size === 0 &&
        Math.abs(gap.constant - step) <= 1e-9 * Math.max(1, Math.abs(step));
      if (!isSame) return false;
      continue;
    }
    if (forgotten.includes(path) && !(place.value instanceof Cell)) continue;
    if (first.places.get(path)?.text !== place.text) return false;
  }
  for (const [path, place] of first.places) {
    if (!last.places.has(path) && !isLoose(place)) return false;
  }
  return true;
}
