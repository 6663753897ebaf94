import type { PythonEvaluator } from '../../evaluate.ts';
import { bare, childOf, childrenOf, textOf, type PythonNode } from '../../node.ts';
import { pathsIn, type Values } from '../../value.ts';
import { positional } from './arguments.ts';

/** A place among the bars: from where, and how far on. */
export interface Offset {
  readonly from: PythonNode;
  readonly by: number;
}

/** `i + 2`, also behind a name or held within the bars by `min`; undefined for anything else. */
export function offsetOf(node: PythonNode, evaluator: PythonEvaluator): Offset | undefined {
  const at = writtenOut(bare(node), evaluator);
  if (at.kind === 'call') return offsetInMinimum(at, evaluator);
  if (at.kind !== 'binary_operator') return undefined;
  const sign = childOf(at, 'operator')?.kind;
  const [left, right] = [childOf(at, 'left'), childOf(at, 'right')];
  if (left === undefined || right === undefined || (sign !== '+' && sign !== '-')) return undefined;
  const [a, b] = [farthest(evaluator.valuesOf(left)), farthest(evaluator.valuesOf(right))];
  if (b !== undefined && isPlace(left)) return { from: left, by: sign === '+' ? b : -b };
  if (a !== undefined && sign === '+' && isPlace(right)) return { from: right, by: a };
  return undefined;
}

function offsetInMinimum(call: PythonNode, evaluator: PythonEvaluator): Offset | undefined {
  const callee = childOf(call, 'function');
  const paths = callee ? pathsIn(evaluator.valuesOf(callee)) : [];
  if (!paths.some((path) => path === 'min' || path === 'numpy:minimum')) return undefined;
  const offsets = positional(call).flatMap((one) => offsetOf(one, evaluator) ?? []);
  return offsets.find(({ by }) => by > 0);
}

/** The expression behind a name that is bound once. */
export function writtenOut(at: PythonNode, evaluator: PythonEvaluator): PythonNode {
  if (at.kind !== 'identifier') return at;
  const [binding, more] = evaluator.variableOf(at)?.bindings ?? [];
  const { source } = binding ?? {};
  return more === undefined && source?.how === 'value' ? bare(source.node) : at;
}

/** The greatest number that it can be. */
function farthest(values: Values): number | undefined {
  const numbers = values.flatMap((one) => (one.kind === 'number' ? (one.number ?? []) : []));
  return numbers.length === 0 ? undefined : Math.max(...numbers);
}

const isPlace = (node: PythonNode): boolean =>
  node.kind === 'identifier' ||
  node.kind === 'attribute' ||
  (node.kind === 'call' && /\.(?:get_loc|searchsorted|index)\(/.test(textOf(node)));

/** From, to and step of a slice, as they are written. */
export function boundsIn(
  slice: PythonNode,
): readonly [PythonNode | undefined, PythonNode | undefined, PythonNode | undefined] {
  const bounds: (PythonNode | undefined)[] = [undefined, undefined, undefined];
  let at = 0;
  for (const part of slice.children) {
    if (part.kind === ':') at += 1;
    else if (part.isNamed) bounds[at] = part;
  }
  return [bounds[0], bounds[1], bounds[2]];
}

/** The slice of a subscript that has no other key. */
export function sliceOf(node: PythonNode): PythonNode | undefined {
  if (node.kind !== 'subscript') return undefined;
  const [key, more] = childrenOf(node, 'subscript');
  return key?.kind === 'slice' && more === undefined ? key : undefined;
}
