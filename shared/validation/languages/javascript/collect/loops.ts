import type { Loop } from '../../../facts.ts';
import type { Evaluator } from '../evaluate.ts';
import type { Survey } from '../survey.ts';
import { collectEndlessRecursion } from './loops/endless-recursion.ts';
import { collectGrowingWalks } from './loops/growing-walks.ts';
import { LoopContext } from './loops/loop-context.ts';
import { headOf, type TestedLoop } from './loops/loop-node.ts';
import { endlessReason } from './loops/tested-loops.ts';
import { collectWholeWalks } from './loops/whole-walks.ts';

/** Loops that cannot end, in every form: tests, walks and calls. What is not certain is not one. */
export function collectLoops(survey: Survey, evaluator: Evaluator): Loop[] {
  const loops: Loop[] = [];
  const tested: TestedLoop[] = [
    ...survey.ofType('WhileStatement'),
    ...survey.ofType('DoWhileStatement'),
    ...survey.ofType('ForStatement'),
  ];
  const context = new LoopContext(survey, evaluator);
  for (const loop of tested) {
    const reason = endlessReason(context, loop);
    if (reason !== undefined) loops.push({ reason, place: headOf(loop) });
  }
  loops.push(
    ...collectGrowingWalks(context),
    ...collectWholeWalks(context),
    ...collectEndlessRecursion(context),
  );
  return loops;
}
