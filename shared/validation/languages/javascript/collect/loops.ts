import type { Loop } from '../../../facts.ts';
import type { Evaluator } from '../evaluate.ts';
import type { Survey } from '../survey.ts';
import { collectEndlessRecursion } from './loops/endless-recursion.ts';
import { collectGrowingWalks } from './loops/growing-walks.ts';
import { isCounted } from './loops/counted-loops.ts';
import { LoopContext } from './loops/loop-context.ts';
import { headOf, type TestedLoop } from './loops/loop-node.ts';
import { imaginedRuns } from './loops/run/imagined-runs.ts';
import { surelyEnds } from './loops/sure-ends.ts';
import { endlessReason } from './loops/tested-loops.ts';
import { collectWholeWalks } from './loops/whole-walks.ts';
import { spend } from '../../work.ts';

/** What one loop may cost. An honest text has one in 2,000 characters; one in 150 is still judged. */
const looksOfLoop = 1_500;

/** Loops that cannot end, in every form: tests, walks and calls. What is not certain is not one. */
export function collectLoops(survey: Survey, evaluator: Evaluator): Loop[] {
  const loops: Loop[] = [];
  const tested: TestedLoop[] = [
    ...survey.ofType('WhileStatement'),
    ...survey.ofType('DoWhileStatement'),
    ...survey.ofType('ForStatement'),
  ];
  const walks = survey.ofType('ForOfStatement');
  spend(looksOfLoop * (tested.length + walks.length));
  const context = new LoopContext(survey, evaluator);
  const open: TestedLoop[] = [];
  for (const loop of tested) {
    if (loop.type === 'ForStatement' && isCounted(context, loop)) continue;
    const reason = endlessReason(context, loop);
    if (reason !== undefined) loops.push({ reason, place: headOf(loop) });
    else open.push(loop);
  }
  const growing = collectGrowingWalks(context);
  const runs = imaginedRuns(
    context,
    [...open, ...walks].filter((loop) => !surelyEnds(context, loop)),
  );
  for (const [loop, reason] of runs) {
    const place = headOf(loop);
    const isKnown = growing.some((other) => other.place.line === place.line);
    if (!isKnown) loops.push({ reason, place });
  }
  loops.push(...growing, ...collectWholeWalks(context), ...collectEndlessRecursion(context));
  return loops;
}
