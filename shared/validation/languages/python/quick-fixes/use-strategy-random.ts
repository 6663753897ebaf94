import type { Finding, QuickFix } from '../../../types.ts';
import { childOf, nameOf, namedOf } from '../node.ts';
import { fixWith, replace, strategyMethodAround, type FixContext } from './fix-context.ts';

/** `random.random()` → `self.random()`, in a method of a strategy. */
export function useStrategyRandom(finding: Finding, context: FixContext): QuickFix | undefined {
  const callee = context.nodeAt(finding, 'attribute') ?? context.nodeAt(finding, 'identifier');
  const call = callee?.parent;
  if (call?.kind !== 'call' || callee?.field !== 'function') return undefined;
  if (namedOf(childOf(call, 'arguments') ?? call).length > 0) return undefined;
  const isPlain = context
    .pathsOf(callee)
    .every((path) => path === 'random:random' || path === 'numpy:random.random');
  const around = strategyMethodAround(callee, context);
  if (!isPlain || !around || around.self !== 'self' || hasOwnRandom(context)) return undefined;
  return fixWith('Use `self.random()`', replace(callee, 'self.random'));
}

/** The strategy's `random` may be one of its own, which need not come from the seed. */
function hasOwnRandom({ survey, evaluator }: FixContext): boolean {
  return (
    evaluator.stored.members.has('random') ||
    survey
      .ofKind('class_definition')
      .some((node) => evaluator.scopes.of(node).variables.has('random')) ||
    survey
      .ofKind('function_definition')
      .some((node) => nameOf(childOf(node, 'name') ?? node) === 'random')
  );
}
