import type { AnyNode } from '../../node.ts';

/** Those of a list in the text's order that stand inside a node, found without going through all of them. */
export function nodesWithin<Node extends AnyNode>(
  nodes: readonly Node[],
  outer: AnyNode,
): readonly Node[] {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.start ?? 0) < outer.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < nodes.length && (nodes[end]?.start ?? 0) < outer.end) end++;
  return nodes.slice(low, end);
}
