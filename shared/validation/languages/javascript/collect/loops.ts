import type { Loop } from '../../../facts.ts';
import type { Evaluator } from '../evaluate.ts';
import { isFunction, parentOf, placeOf, type AnyNode, type NodeOf } from '../node.ts';
import type { Survey } from '../survey.ts';
import { single } from '../value.ts';
import { stuckTest } from './stuck-test.ts';

type LoopNode = NodeOf<'WhileStatement' | 'DoWhileStatement' | 'ForStatement'>;

/** Loops that cannot end: no test that can fail, and no way out. */
export function collectLoops(survey: Survey, evaluator: Evaluator): Loop[] {
  const loops: Loop[] = [];
  const nodes: LoopNode[] = [
    ...survey.ofType('WhileStatement'),
    ...survey.ofType('DoWhileStatement'),
    ...survey.ofType('ForStatement'),
  ];
  if (nodes.length === 0) return loops;
  const left = exits(survey, evaluator);
  for (const node of nodes) {
    const reason = alwaysTrue(evaluator, node) ?? stuckTest(evaluator, node);
    if (reason !== undefined && !left.has(node)) loops.push({ reason, place: headOf(node) });
  }
  return loops;
}

/** The loop's first line is marked, not its whole body. */
function headOf(node: LoopNode): Loop['place'] {
  const place = placeOf(node);
  if (node.type === 'DoWhileStatement')
    return { ...place, endLine: place.line, endColumn: place.column + 2 };
  const { line, column } = placeOf(node.body);
  const isEmpty = node.body.type === 'EmptyStatement';
  return isEmpty ? place : { ...place, endLine: line, endColumn: Math.max(column - 1, 1) };
}

function alwaysTrue(evaluator: Evaluator, { test }: LoopNode): string | undefined {
  if (!test) return 'it has no condition';
  if (!isFixed(test)) return undefined;
  const value = single(evaluator.evaluate(test));
  const isTrue =
    (value?.kind === 'constant' && Boolean(value.value)) ||
    value?.kind === 'array' ||
    value?.kind === 'object';
  return isTrue ? 'its condition is always true' : undefined;
}

/** Made of names and constants only: members and calls change without being written here. */
function isFixed(node: AnyNode): boolean {
  switch (node.type) {
    case 'Literal':
    case 'Identifier':
    case 'ArrayExpression':
    case 'ObjectExpression':
      return true;
    case 'UnaryExpression':
      return isFixed(node.argument);
    case 'BinaryExpression':
    case 'LogicalExpression':
      return isFixed(node.left) && isFixed(node.right);
    default:
      return false;
  }
}

/** Loops that something inside can leave. */
function exits(survey: Survey, evaluator: Evaluator): Set<AnyNode> {
  const left = new Set<AnyNode>();
  const leaving = [
    ...survey.ofType('BreakStatement'),
    ...survey.ofType('ReturnStatement'),
    ...survey.ofType('ThrowStatement'),
    ...survey.ofType('YieldExpression'),
    ...survey.ofType('ContinueStatement').filter(({ label }) => label),
  ];
  for (const node of leaving) {
    if (isReachable(evaluator, node)) leaveLoops(node, left);
  }
  return left;
}

function leaveLoops(node: AnyNode, left: Set<AnyNode>): void {
  const isBreak = node.type === 'BreakStatement';
  const label = isBreak || node.type === 'ContinueStatement' ? node.label?.name : undefined;
  for (let current = parentOf(node); current !== undefined; current = parentOf(current)) {
    if (isFunction(current)) return;
    if (
      label !== undefined &&
      current.type === 'LabeledStatement' &&
      current.label.name === label
    ) {
      // `continue outer` goes on with the outer loop; `break outer` leaves it.
      if (!isBreak) left.delete(current.body);
      return;
    }
    if (node.type === 'ThrowStatement' && current.type === 'TryStatement' && current.handler)
      return;
    const isLoop = /^(?:While|DoWhile|For|ForIn|ForOf)Statement$/.test(current.type);
    if (isLoop) left.add(current);
    if (isBreak && label === undefined && (isLoop || current.type === 'SwitchStatement')) return;
  }
}

/** `if (false) break;` leaves nothing. */
function isReachable(evaluator: Evaluator, node: AnyNode): boolean {
  let child = node;
  for (let parent = parentOf(node); parent !== undefined; parent = parentOf(parent)) {
    if (isFunction(parent)) return true;
    if (parent.type === 'IfStatement') {
      const value = isFixed(parent.test) ? single(evaluator.evaluate(parent.test)) : undefined;
      const known = value?.kind === 'constant' ? Boolean(value.value) : undefined;
      if (known === false && parent.consequent === child) return false;
      if (known === true && parent.alternate === child) return false;
    }
    child = parent;
  }
  return true;
}
