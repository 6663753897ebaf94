import type { Program } from 'acorn';
import { childKeys } from './children.ts';
import { treeNode, type AnyNode, type NodeOf } from './node.ts';

type NodeType = AnyNode['type'];

/** The one walk over the tree: links parents and sorts the nodes by kind, in the text's order. */
export interface Survey {
  readonly program: Program;
  readonly size: number;
  ofType<Type extends NodeType>(type: Type): readonly NodeOf<Type>[];
}

export function surveyTree(program: Program): Survey {
  const byType = new Map<NodeType, AnyNode[]>();
  // An explicit stack: hostile nesting must not exhaust the real one.
  const stack: AnyNode[] = [program];
  let size = 0;
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    size++;
    const list = byType.get(node.type);
    if (list === undefined) byType.set(node.type, [node]);
    else list.push(node);
    pushChildren(node, stack);
  }
  return {
    program,
    size,
    ofType: <Type extends NodeType>(type: Type) =>
      (byType.get(type) ?? []) as unknown as NodeOf<Type>[],
  };
}

function pushChildren(node: AnyNode, stack: AnyNode[]): void {
  const keys = childKeys[node.type];
  if (keys === undefined) return;
  const fields = node as unknown as Record<string, AnyNode | (AnyNode | null)[] | null | undefined>;
  // Last child first, so that the stack gives them back in the text's order.
  for (let index = keys.length - 1; index >= 0; index--) {
    const child = fields[keys[index] as string];
    if (!child) continue;
    if (!Array.isArray(child)) {
      treeNode(child).parent = node;
      stack.push(child);
      continue;
    }
    for (let item = child.length - 1; item >= 0; item--) {
      const element = child[item];
      if (!element) continue;
      treeNode(element).parent = node;
      stack.push(element);
    }
  }
}
