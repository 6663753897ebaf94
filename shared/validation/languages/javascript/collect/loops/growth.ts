import { unwrap, type AnyNode, type NodeOf } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { falling, plus, point, rising, still, type Interval } from './interval.ts';
import { isInside } from './loop-node.ts';
import type { LoopView } from './loop-view.ts';
import { frequencyAt, repeated } from './frequency.ts';
import { constantOf } from './constants.ts';
import { rangeOf } from './ranges.ts';

/** By how many entries a list, set or map grows in one round; undefined where nobody knows. */
export function growthOf(view: LoopView, collection: AnyNode): Interval | undefined {
  const path = view.pathOf(collection);
  if (path === undefined || view.mayBeReplaced(collection)) return undefined;
  let sum = still;
  let isFilled = false;
  for (const call of view.effects.changes) {
    const { callee } = call;
    if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return undefined;
    const other = view.pathOf(callee.object);
    if (other === undefined) return undefined;
    if (other !== path || isAtStart(view, call)) continue;
    const [name = ''] = propertyKey(view.evaluator, callee);
    const change = changeBy(view, name, call, isFilled);
    isFilled ||= name === 'push' && call.arguments.length > 0 && frequencyAt(view, call) === 'once';
    if (change === undefined || !isInside(call, view.loop)) return undefined;
    sum = plus(sum, repeated(change, frequencyAt(view, call)));
  }
  for (const store of view.effects.stores) {
    if (store.object.type === 'Super' || view.pathOf(store.object) !== path) continue;
    if (isAtStart(view, store)) continue;
    const change = storeBy(view, store, path);
    if (change === undefined || !isInside(store, view.loop)) return undefined;
    sum = plus(sum, repeated(change, frequencyAt(view, store)));
  }
  return sum;
}

/** `for (list.push(x); …)`: once, before the first round. */
const isAtStart = ({ loop }: LoopView, node: AnyNode): boolean =>
  loop.type === 'ForStatement' && !!loop.init && isInside(node, loop.init);

function changeBy(
  view: LoopView,
  name: string,
  { arguments: given }: NodeOf<'CallExpression'>,
  isFilled: boolean,
): Interval | undefined {
  const isSpread = given.some(({ type }) => type === 'SpreadElement');
  switch (name) {
    case 'push':
    case 'unshift':
      return isSpread ? spreadGrowth(view, given) : point(given.length);
    case 'pop':
    case 'shift':
      // Where something has just been put in, there is something to take out.
      return { low: -1, high: isFilled ? -1 : 0 };
    case 'delete':
      return { low: -1, high: 0 };
    case 'clear':
      return falling;
    case 'splice': {
      const removed = given[1] && constantOf(view, given[1])?.value;
      if (given.length < 2 || isSpread) return falling;
      if (typeof removed !== 'number') return given.length > 2 ? undefined : falling;
      return { low: given.length - 2 - removed, high: given.length - 2 };
    }
    case 'add':
    case 'set':
      return isFresh(view, given[0]) ? point(1) : { low: 0, high: 1 };
    default:
      return still;
  }
}

/** `push(...[1, 2])`: as many as the lists in it hold, where the text says so. */
function spreadGrowth(view: LoopView, given: readonly AnyNode[]): Interval {
  const isShown = given.every(
    (part) => part.type !== 'SpreadElement' || part.argument.type === 'ArrayExpression',
  );
  return isShown ? point(view.evaluator.elements(given).length) : rising;
}

/** A new entry each time: objects are never equal, and sums and texts grow. */
function isFresh(view: LoopView, given: AnyNode | undefined): boolean {
  if (given === undefined) return false;
  const node = unwrap(given);
  switch (node.type) {
    case 'ObjectExpression':
    case 'ArrayExpression':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'NewExpression':
      return true;
    case 'CallExpression': {
      const [value] = view.evaluator.evaluate(node.callee);
      return value?.kind === 'global' && value.path === 'Symbol';
    }
    default:
      return false;
  }
}

/** `list[list.length] = x` adds one; `list.length = 0` takes all. */
function storeBy(
  view: LoopView,
  store: NodeOf<'MemberExpression'>,
  path: string,
): Interval | undefined {
  const { property, computed } = store;
  const [name] = propertyKey(view.evaluator, store);
  if (name === 'length') return undefined;
  if (!computed) return still;
  const isAtEnd =
    property.type === 'MemberExpression' &&
    view.pathOf(property.object) === path &&
    propertyKey(view.evaluator, property)[0] === 'length';
  if (isAtEnd) return point(1);
  const range = property.type === 'PrivateIdentifier' ? undefined : rangeOf(view, property);
  return range && range.low === range.high ? still : rising;
}
