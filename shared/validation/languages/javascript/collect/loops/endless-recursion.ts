import type { Loop } from '../../../../facts.ts';
import { isClass, placeOf, type AnyNode } from '../../node.ts';
import type { Callable } from './called-functions.ts';
import type { LoopContext } from './loop-context.ts';
import { within } from './loop-node.ts';
import { recursionCandidates } from './recursion-candidates.ts';
import { recursesInVain } from './recursion-progress.ts';
import { RecursionRun, startsOf } from './recursion-run.ts';
import { sureCalls, type SureCalls } from './sure-calls.ts';

/** Functions that always call themselves, or one another, before they can return. */
export function collectEndlessRecursion(context: LoopContext): Loop[] {
  const { evaluator } = context;
  const known = new Map<Callable, SureCalls>();
  const callsOf = (node: Callable): SureCalls => {
    const found = known.get(node) ?? sureCalls(evaluator, node);
    known.set(node, found);
    return found;
  };
  const candidates = recursionCandidates(context).sort((a, b) => a.start - b.start);
  const reported = new Set<Callable>();
  const found: Loop[] = [];
  for (const node of candidates) {
    if (reported.has(node) || (!isClass(node) && node.generator)) continue;
    const circle = circleFrom(node, callsOf);
    const call = circle?.calls[0] ?? (isClass(node) ? undefined : recursesInVain(context, node));
    if (call === undefined) continue;
    if (circle?.members.some((member) => mayFail(context, member, circle.members))) continue;
    for (const member of circle?.members ?? []) reported.add(member);
    const reason = circle
      ? 'it always calls itself again'
      : 'it calls itself again with nothing that could end it';
    found.push({ reason, place: placeOf(call) });
  }
  if (found.length === 0) found.push(...jumpsOverEnd(context, new Set(candidates)));
  return found;
}

const mostRuns = 8;

/** `down(7)`, where it ends at 0 and goes in steps of two. */
function jumpsOverEnd(context: LoopContext, circle: ReadonlySet<Callable>): Loop[] {
  if (circle.size === 0) return [];
  const run = new RecursionRun(context, circle);
  return startsOf(context, circle)
    .slice(0, mostRuns)
    .filter((call) => run.isEndless(call))
    .map((call) => ({ reason: 'with these numbers it never meets its end', place: placeOf(call) }));
}

/** A function that is called on the way may throw, and so end it. */
const mayFail = (context: LoopContext, node: Callable, members: readonly Callable[]): boolean =>
  context.effects
    .of(node)
    .regions.filter((region) => !members.includes(region as Callable))
    .some((region) => within(context.survey.ofType('ThrowStatement'), region).length > 0);

const longestCircle = 50;

/** The way of sure calls from a function back to itself. */
function circleFrom(
  start: Callable,
  callsOf: (node: Callable) => SureCalls,
): { readonly members: Callable[]; readonly calls: AnyNode[] } | undefined {
  if (callsOf(start).size === 0) return undefined;
  const from = new Map<Callable, { before: Callable; call: AnyNode }>();
  const queue = [start];
  for (const node of queue) {
    if (queue.length > longestCircle) return undefined;
    for (const [target, call] of callsOf(node)) {
      if (from.has(target)) continue;
      from.set(target, { before: node, call });
      if (target !== start) {
        queue.push(target);
        continue;
      }
      const members: Callable[] = [];
      const calls: AnyNode[] = [];
      for (
        let step = from.get(start);
        step !== undefined;
        step = step.before === start ? undefined : from.get(step.before)
      ) {
        members.unshift(step.before);
        calls.unshift(step.call);
      }
      return { members, calls };
    }
  }
  return undefined;
}
