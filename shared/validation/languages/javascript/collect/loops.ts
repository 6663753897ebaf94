import type { Loop } from '../../../facts.ts';
import type { Evaluator } from '../evaluate.ts';
import type { AnyNode } from '../node.ts';
import type { Survey } from '../survey.ts';
import { EffectReader } from './loops/effects.ts';
import { continuesOf, exitsOf, isReachable } from './loops/exits.ts';
import { headOf, within, type AnyLoop, type TestedLoop } from './loops/loop-node.ts';
import { LoopView } from './loops/loop-view.ts';
import { truthOf } from './loops/truth.ts';

/** Loops that cannot end: no test that can fail, and no way out that is ever taken. */
export function collectLoops(survey: Survey, evaluator: Evaluator): Loop[] {
  const loops: Loop[] = [];
  const tested: TestedLoop[] = [
    ...survey.ofType('WhileStatement'),
    ...survey.ofType('DoWhileStatement'),
    ...survey.ofType('ForStatement'),
  ];
  if (tested.length === 0) return loops;
  const effects = new EffectReader(survey, evaluator);
  const viewOf = (loop: AnyLoop): LoopView =>
    new LoopView(loop, evaluator, effects.of(loop), continuesOf(survey, loop));
  for (const loop of tested) {
    const view = viewOf(loop);
    const reason = endlessTest(view, loop);
    if (reason === undefined) continue;
    if (exitsOf(survey, loop).some((jump) => isReachable(view, jump))) continue;
    if (mayFail(survey, view)) continue;
    loops.push({ reason, place: headOf(loop) });
  }
  return loops;
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

/** A function of this text that the loop calls may throw, which is a way out as well. */
function mayFail(survey: Survey, view: LoopView): boolean {
  const isIdle = (node: AnyNode): boolean =>
    view.effects.idle.some((idle) => node.start >= idle.start && node.end <= idle.end);
  return view.effects.regions
    .filter((region) => region !== view.loop)
    .some((region) =>
      within(survey.ofType('ThrowStatement'), region).some((node) => !isIdle(node)),
    );
}
