import type { Finding, QuickFix } from '../../../types.ts';
import { parentOf, placeOf, type ClassLike } from '../node.ts';
import { callOf, fixWith, memberName, replace, type FixContext } from './fix-context.ts';
import { memberKey, strategyMethodAround } from './strategy-class.ts';

/** `Math.random()` → `this.random()`, and `map(Math.random)` → `map(() => this.random())`. */
export function useStrategyRandom(finding: Finding, context: FixContext): QuickFix | undefined {
  const node = context.nodeAt(finding, 'MemberExpression');
  if (!node || memberName(node)?.name !== 'random') return undefined;
  const around = strategyMethodAround(node, context.evaluator);
  if (!around || hasOwnRandom(around.strategy, context)) return undefined;
  if (callOf(node)?.arguments.length === 0) {
    return fixWith('Use `this.random()`', replace(placeOf(node), 'this.random'));
  }
  const call = parentOf(node);
  const isArgument = call?.type === 'CallExpression' && call.callee !== node;
  if (!isArgument) return undefined;
  return fixWith('Use `this.random()`', replace(placeOf(node), '() => this.random()'));
}

/** The strategy's `random` may be one of its own, which need not come from the seed. */
function hasOwnRandom({ body }: ClassLike, { survey }: FixContext): boolean {
  return (
    body.body.some((part) => memberKey(part) === 'random') ||
    survey.ofType('AssignmentExpression').some(({ left }) => memberName(left)?.name === 'random')
  );
}
