import type { AnyNode } from '../../node.ts';
import type { LoopContext } from './loop-context.ts';
import { exitsOf, isReachable } from './exits.ts';
import { isInside, within, type TestedLoop } from './loop-node.ts';
import type { LoopView } from './loop-view.ts';
import { repeatsRound } from './repeated-round.ts';
import { keepsSign } from './shifted-signs.ts';
import { hasStuckRound } from './stuck-rounds.ts';
import { truthOf } from './truth.ts';
import { waitsForClock } from './waiting.ts';

/** Why a loop cannot end; undefined where it can, or where nobody knows. */
export function endlessReason(context: LoopContext, loop: TestedLoop): string | undefined {
  const view = context.viewOf(loop);
  const reason = endlessTest(view, loop) ?? waitsForClock(view, loop);
  if (reason !== undefined && !hasExit(context, view, () => true) && !mayFail(context, view)) {
    return reason;
  }
  if (keepsSign(view, loop) && !hasExit(context, view, () => true)) {
    return 'the sign that it shifts in never goes away';
  }
  if (hasStuckRound(view, loop)) return 'a round of it can leave all as it was';
  return repeatsRound(view, loop)
    ? 'a continue in it skips all that would change its condition'
    : undefined;
}

/** A loop that hands out values for ever: its `yield`s are no way out. */
export function yieldsForEver(context: LoopContext, loop: TestedLoop): boolean {
  const view = context.viewOf(loop);
  if (endlessTest(view, loop) === undefined) return false;
  return !hasExit(context, view, (jump) => jump.type !== 'YieldExpression');
}

function endlessTest(view: LoopView, { test }: TestedLoop): string | undefined {
  if (!test) return 'it has no condition';
  switch (truthOf(view, test)) {
    case 'true':
      return 'its condition is always true';
    case 'fixed':
      return 'nothing in it changes what its condition looks at';
    case 'lasting':
      return 'its condition, once true, stays true';
    default:
      return undefined;
  }
}

const hasExit = (
  { survey }: LoopContext,
  view: LoopView,
  counts: (jump: AnyNode) => boolean,
): boolean => exitsOf(survey, view.loop).some((jump) => counts(jump) && isReachable(view, jump));

/** A function of this text that the loop calls may throw, which is a way out as well. */
function mayFail({ survey }: LoopContext, { effects, loop }: LoopView): boolean {
  return effects.regions
    .filter((region) => region !== loop)
    .some((region) =>
      within(survey.ofType('ThrowStatement'), region).some(
        (node) => !effects.idle.some((idle) => isInside(node, idle)),
      ),
    );
}
