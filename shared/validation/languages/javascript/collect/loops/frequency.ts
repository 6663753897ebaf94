import type { AnyNode } from '../../node.ts';
import type { Interval } from './interval.ts';
import { frequencyIn, isInside, type Frequency } from './loop-node.ts';
import type { LoopView } from './loop-view.ts';

/** What comes behind a `continue` is only done sometimes. */
export function frequencyAt(view: LoopView, node: AnyNode): Frequency {
  const frequency = frequencyIn(node, view.loop);
  if (frequency !== 'once') return frequency;
  const isBehind = view.continues.some(
    (jump) => jump.start < node.start && isInside(node, view.loop.body),
  );
  return isBehind ? 'sometimes' : 'once';
}

export function repeated(step: Interval, frequency: Frequency): Interval {
  if (frequency === 'once') return step;
  const low = Math.min(step.low, 0);
  const high = Math.max(step.high, 0);
  if (frequency === 'sometimes') return { low, high };
  return { low: low < 0 ? -Infinity : 0, high: high > 0 ? Infinity : 0 };
}
