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

/** All nodes of one kind, and where they keep their children: one look for both. */
interface Kind {
  readonly nodes: AnyNode[];
  readonly keys: readonly string[];
}

export function surveyTree(program: Program): Survey {
  const kinds = new Map<NodeType, Kind>();
  // An explicit stack: hostile nesting must not exhaust the real one.
  const stack: AnyNode[] = [program];
  let size = 0;
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    size++;
    const { type } = node;
    let kind = kinds.get(type);
    if (kind === undefined) kinds.set(type, (kind = { nodes: [], keys: childKeys[type] ?? none }));
    kind.nodes.push(node);
    // Two of five nodes have none.
    if (kind.keys.length > 0) pushChildren(node, kind.keys, stack);
  }
  return {
    program,
    size,
    ofType: <Type extends NodeType>(type: Type) =>
      (kinds.get(type)?.nodes ?? none) as unknown as NodeOf<Type>[],
  };
}

const none: readonly never[] = [];

function pushChildren(node: AnyNode, keys: readonly string[], stack: AnyNode[]): void {
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
