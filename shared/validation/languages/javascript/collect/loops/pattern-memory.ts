import { parentOf, patternIn, unwrap, type AnyNode } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { frequencyIn } from './loop-node.ts';
import type { LoopView } from './loop-view.ts';

/** Whether a pattern searches a text from its start in every round of a loop. */
export const startsAnew = (view: LoopView, pattern: AnyNode): boolean =>
  isForgetful(view, pattern) || isTurnedBack(view, pattern);

/** A pattern that always begins at the text's start: written in the loop itself, or without `g` and `y`. */
function isForgetful(view: LoopView, expression: AnyNode): boolean {
  const node = unwrap(expression);
  if (node.type === 'Literal') return patternIn(node) !== undefined;
  const variable = view.variableOf(node);
  const [only, ...others] = variable?.references.filter((reference) => reference.isWrite()) ?? [];
  const literal = only?.writeExpr;
  const pattern = literal?.type === 'Literal' ? patternIn(literal) : undefined;
  return others.length === 0 && pattern !== undefined && !/[gy]/.test(pattern.flags);
}

/** `pattern.lastIndex = 0` in every round. */
function isTurnedBack(view: LoopView, pattern: AnyNode): boolean {
  const path = view.pathOf(pattern);
  return view.effects.stores.some((store) => {
    const parent = parentOf(store);
    if (store.object.type === 'Super' || view.pathOf(store.object) !== path) return false;
    if (!propertyKey(view.evaluator, store).includes('lastIndex')) return false;
    const isSet = parent?.type === 'AssignmentExpression' && parent.operator === '=';
    return isSet && view.isFixed(parent.right) && frequencyIn(store, view.loop) === 'once';
  });
}
