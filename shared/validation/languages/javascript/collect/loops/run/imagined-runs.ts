import { enclosingFunction, isClass, type AnyNode } from '../../../node.ts';
import type { Callable } from '../called-functions.ts';
import type { LoopContext } from '../loop-context.ts';
import type { AnyLoop } from '../loop-node.ts';
import { constructorOf } from '../own-members.ts';
import { interpreter } from './interpreter.ts';
import { GaveUp, Machine, OpenLoop, Thrown } from './machine.ts';

/** What all imagined runs of one text may cost together, and each of them. */
const stepsOfText = 24_000;
const stepsOfRun = 14_000;
const mostRuns = 40;

/**
 * Imagines the text itself and its functions, with arguments that nobody knows, and gives those of
 * the loops that cannot end in such a run, with the reason.
 */
export function imaginedRuns(
  context: LoopContext,
  loops: readonly AnyLoop[],
): ReadonlyMap<AnyLoop, string> {
  const endless = new Map<AnyLoop, string>();
  let left = stepsOfText;
  for (const start of startsFor(context, loops)) {
    if (left <= 0) break;
    const steps = Math.min(left, stepsOfRun);
    const machine = new Machine(context, interpreter, start, steps);
    try {
      machine.start();
    } catch (error) {
      const isEnd = [GaveUp, OpenLoop, Thrown].some((kind) => error instanceof kind);
      if (!isEnd) throw error;
    }
    left -= steps - Math.max(machine.left, 0);
    for (const [loop, reason] of machine.endless) endless.set(loop, reason);
  }
  return endless;
}

/** How far back calls are followed from a loop. */
const furthest = 3;

/** What the loops stand in, a function or the text itself, and what calls those functions. */
function startsFor({ survey, evaluator }: LoopContext, loops: readonly AnyLoop[]): AnyNode[] {
  const ownerOf = (node: AnyNode): AnyNode => enclosingFunction(node) ?? survey.program;
  const starts = new Set(loops.map(ownerOf));
  let found = new Set(starts);
  for (let step = 0; step < furthest && found.size > 0; step++) {
    const callers = new Set<AnyNode>();
    for (const call of [...survey.ofType('CallExpression'), ...survey.ofType('NewExpression')]) {
      const isCall = evaluator
        .evaluate(call.callee)
        .some((value) => value.kind === 'function' && found.has(ownCode(value.node)));
      const caller = isCall ? ownerOf(call) : undefined;
      if (caller !== undefined && !starts.has(caller)) callers.add(caller);
    }
    for (const caller of callers) starts.add(caller);
    found = callers;
  }
  return [...starts].slice(0, mostRuns);
}

/** What making an instance runs. */
const ownCode = (node: Callable): AnyNode => (isClass(node) ? (constructorOf(node) ?? node) : node);
