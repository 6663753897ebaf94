import type { Evaluator } from '../../evaluate.ts';
import type { AnyNode } from '../../node.ts';
import type { Known } from './constants.ts';
export function endlessResult(_evaluator: Evaluator, _node: AnyNode): Known | undefined {
  return undefined;
}
