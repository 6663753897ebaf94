import { unwrap, type AnyNode, type NodeOf } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { isCounted, mayGrow } from './counted-loops.ts';
import { frequencyAt } from './frequency.ts';
import type { LoopContext } from './loop-context.ts';
import { isInside, type AnyLoop, type TestedLoop } from './loop-node.ts';
import type { LoopView } from './loop-view.ts';
import { isSize } from './ranges.ts';
import { rateOf } from './rates.ts';

/** Whether a loop surely comes to its end: then nobody has to imagine how it runs. */
export function surelyEnds(context: LoopContext, loop: AnyLoop): boolean {
  if (loop.type === 'ForInStatement') return true;
  if (loop.type === 'ForOfStatement') return !mayGrow(context, loop) || !growsItself(context, loop);
  if (loop.type === 'ForStatement' && isCounted(context, loop)) return true;
  const view = context.viewOf(loop);
  if (view.continues.length > 0) return false;
  return conjuncts(loop).some((part) => runsOut(view, part) || isEmptied(view, part));
}

const conjuncts = ({ test }: TestedLoop): AnyNode[] => {
  const parts: AnyNode[] = test ? [unwrap(test)] : [];
  for (const part of parts) {
    if (part.type === 'LogicalExpression' && part.operator === '&&') {
      parts.push(unwrap(part.left), unwrap(part.right));
    }
  }
  return parts;
};

/** `x < end`: each round brings both sides nearer by as much as a number can feel. */
function runsOut(view: LoopView, test: AnyNode): boolean {
  if (test.type !== 'BinaryExpression' || !/^[<>]=?$/.test(test.operator)) return false;
  if (test.left.type === 'PrivateIdentifier') return false;
  if (wrapsAround(view, test.left) || wrapsAround(view, test.right)) return false;
  const [left, right] = [rateOf(view, test.left), rateOf(view, test.right)];
  if (!left || !right || view.effects.regions.length > 1) return false;
  const nearer = test.operator.startsWith('<') ? left.low - right.high : right.low - left.high;
  return nearer >= 1;
}

/** An element of a typed list: one less than nothing is its greatest number. */
function wrapsAround(view: LoopView, side: AnyNode): boolean {
  const node = unwrap(side);
  return (
    node.type === 'MemberExpression' &&
    node.object.type !== 'Super' &&
    view.evaluator
      .evaluate(node.object)
      .some((value) => value.kind === 'instance' && /^(?:Big)?(?:Ui|I)nt/.test(value.of))
  );
}

/** `while (list.length > n) list.shift();` */
function isEmptied(view: LoopView, test: AnyNode): boolean {
  const sides = test.type === 'BinaryExpression' ? [test.left, test.right] : [test];
  return sides.some((side) => {
    const size = unwrap(side);
    if (size.type !== 'MemberExpression' || size.object.type === 'Super' || !isSize(view, size)) {
      return false;
    }
    const path = view.pathOf(size.object);
    const ofList = view.effects.changes.filter(
      ({ callee }) =>
        callee.type === 'MemberExpression' &&
        callee.object.type !== 'Super' &&
        view.pathOf(callee.object) === path,
    );
    return (
      path !== undefined &&
      !view.effects.isOpen &&
      ofList.length === view.effects.changes.length &&
      view.effects.stores.length === 0 &&
      ofList.every((call) => isTaking(view, call)) &&
      ofList.some((call) => isInside(call, view.loop) && frequencyAt(view, call) === 'once')
    );
  });
}

const isTaking = (view: LoopView, { callee }: NodeOf<'CallExpression'>): boolean =>
  callee.type === 'MemberExpression' &&
  /^(?:pop|shift)$/.test(propertyKey(view.evaluator, callee)[0] ?? '');

/** Whether what is walked over may itself be changed: by its own name, or handed on to a function. */
function growsItself({ effects, evaluator }: LoopContext, loop: NodeOf<'ForOfStatement'>): boolean {
  const right = unwrap(loop.right);
  if (right.type === 'ArrayExpression' || right.type === 'Literal') return false;
  const root = rootOf(right);
  const { stores, changes } = effects.of(loop);
  const objects: AnyNode[] = stores.map(({ object }) => object);
  for (const { callee } of changes) {
    if (callee.type === 'MemberExpression') objects.push(callee.object);
  }
  const variable = root.type === 'Identifier' ? evaluator.scopes.variableOf(root) : undefined;
  return objects.some((object) => {
    const other = rootOf(unwrap(object));
    if (other.type === root.type && other.type === 'ThisExpression') return true;
    const named = other.type === 'Identifier' ? evaluator.scopes.variableOf(other) : undefined;
    return named !== undefined && (named === variable || named.defs[0]?.type === 'Parameter');
  });
}

function rootOf(expression: AnyNode): AnyNode {
  let node = expression;
  while (node.type === 'MemberExpression' || node.type === 'CallExpression') {
    node = unwrap(node.type === 'CallExpression' ? node.callee : node.object);
  }
  return node;
}
