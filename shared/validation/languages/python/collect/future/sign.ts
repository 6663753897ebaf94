import type { PythonEvaluator } from '../../evaluate.ts';
import { bare, childOf, namedOf, type PythonNode } from '../../node.ts';
import { pathsIn, textsIn } from '../../value.ts';

const deepest = 12;

/**
 * Whether a distance certainly looks the other way: a negative number however it is written, and
 * `-n` for an `n` that nobody would choose below zero.
 */
export function isNegative(node: PythonNode, evaluator: PythonEvaluator): boolean {
  return signOf(node, evaluator, 0) < 0;
}

function signOf(node: PythonNode, evaluator: PythonEvaluator, depth: number): number {
  const at = bare(node);
  const numbers = evaluator
    .valuesOf(at)
    .flatMap((one) => (one.kind === 'number' ? (one.number ?? []) : []));
  if (numbers.length > 0)
    return numbers.some((one) => one < 0) ? -1 : Math.max(...numbers.map(Math.sign));
  if (depth > deepest) return 0;
  const sign = (part: PythonNode | undefined): number =>
    part ? signOf(part, evaluator, depth + 1) : 0;
  if (at.kind === 'unary_operator')
    return at.children[0]?.kind === '-' ? -(sign(namedOf(at)[0]) || 1) : 0;
  if (at.kind === 'binary_operator') {
    const [left, right] = [sign(childOf(at, 'left')), sign(childOf(at, 'right'))];
    const operator = childOf(at, 'operator')?.kind;
    if (operator === '*' && (left < 0 || right < 0)) return (left || 1) * (right || 1);
    if (operator === '-' && isZero(childOf(at, 'left'), evaluator)) return -(right || 1);
    return 0;
  }
  if (at.kind === 'call') return signOfCall(at, evaluator, depth);
  if (at.kind !== 'identifier') return 0;
  const [binding, more] = evaluator.variableOf(at)?.bindings ?? [];
  const isPlain = more === undefined && binding?.source.how === 'value';
  return isPlain ? sign(binding.source.how === 'value' ? binding.source.node : undefined) : 0;
}

/** `operator.neg(1)`, `int('-1')`. */
function signOfCall(call: PythonNode, evaluator: PythonEvaluator, depth: number): number {
  const callee = childOf(call, 'function');
  const paths = callee ? pathsIn(evaluator.valuesOf(callee)) : [];
  const [given] = namedOf(childOf(call, 'arguments') ?? call);
  if (given === undefined) return 0;
  if (paths.includes('operator:neg')) return -signOf(given, evaluator, depth + 1);
  if (!paths.includes('int') && !paths.includes('float')) return 0;
  const { texts } = textsIn(evaluator.valuesOf(given));
  return texts.some((text) => /^\s*-\s*0*[1-9]/.test(text)) ? -1 : 0;
}

function isZero(node: PythonNode | undefined, evaluator: PythonEvaluator): boolean {
  const [value] = node ? evaluator.valuesOf(node) : [];
  return value?.kind === 'number' && value.number === 0;
}
