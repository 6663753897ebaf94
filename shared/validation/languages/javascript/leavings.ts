import {
  enclosingFunction,
  isFunction,
  parentOf,
  type AnyNode,
  type FunctionLike,
  type NodeOf,
} from './node.ts';
import type { Survey } from './survey.ts';

/** What leaves generators and blocks other than by `return`. */
export interface Leavings {
  readonly yields: ReadonlyMap<FunctionLike, readonly NodeOf<'YieldExpression'>[]>;
  /** What is thrown inside the block of a `try`. */
  readonly throws: ReadonlyMap<AnyNode, readonly AnyNode[]>;
}

export function collectLeavings(survey: Survey): Leavings {
  const yields = new Map<FunctionLike, NodeOf<'YieldExpression'>[]>();
  for (const node of survey.ofType('YieldExpression')) {
    const owner = enclosingFunction(node);
    if (owner !== undefined) add(yields, owner, node);
  }
  const throws = new Map<AnyNode, AnyNode[]>();
  for (const node of survey.ofType('ThrowStatement')) {
    const block = blockOfTry(node);
    if (block !== undefined) add(throws, block, node.argument);
  }
  return { yields, throws };
}

function add<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function blockOfTry(node: AnyNode): AnyNode | undefined {
  let child = node;
  for (let parent = parentOf(node); parent !== undefined; parent = parentOf(parent)) {
    if (isFunction(parent)) return undefined;
    if (parent.type === 'TryStatement' && parent.block === child) return parent;
    child = parent;
  }
  return undefined;
}
