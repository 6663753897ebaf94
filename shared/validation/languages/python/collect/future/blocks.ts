import type { PythonEvaluator } from '../../evaluate.ts';
import { bare, childOf, nameOf, textOf, type PythonNode } from '../../node.ts';
import { numberIn } from '../../value.ts';
import { memberCall } from './arguments.ts';
import { boundsIn, offsetOf, sliceOf, writtenOut } from './places.ts';
import { roundOf, walkedBy } from './rounds.ts';

/**
 * Whether a slice is a block of a walk forward: what is read between two places is put between the same
 * two, bar by bar, or the loop goes on by just the block's length. A figure over a block is not of its
 * first bar, so that one written back to the block is not let off.
 */
export function isBlock(read: PythonNode, evaluator: PythonEvaluator): boolean {
  const target = targetOf(read);
  const slice = sliceOf(read);
  if (slice === undefined) return false;
  const goesTo = target && sliceOf(target);
  if (goesTo !== undefined && textOf(goesTo) === textOf(slice))
    return !isSummed(read, assignmentOf(read));
  return goesOnByLength(slice, evaluator) && !keptSums(read, slice, evaluator);
}

function assignmentOf(node: PythonNode): PythonNode | undefined {
  let at: PythonNode | undefined = node;
  while (at !== undefined && !/assignment$|_statement$|^block$|^lambda$/.test(at.kind))
    at = at.parent;
  return at?.kind === 'assignment' ? at : undefined;
}

function targetOf(read: PythonNode): PythonNode | undefined {
  const assignment = assignmentOf(read);
  return assignment && childOf(assignment, 'left');
}

const sums =
  /^(?:max|min|mean|std|var|median|quantile|sum|prod|any|all|first|last|iloc|iat|rank|corr|idxmax|idxmin|argmax|argmin)$/;

/** Whether one figure is made of all bars of a block on the way to a statement. */
function isSummed(read: PythonNode, until: PythonNode | undefined): boolean {
  for (let at = read; at !== until && at.parent !== undefined; at = at.parent) {
    const { parent } = at;
    if (parent.kind === 'attribute' && at.field === 'object') {
      if (sums.test(nameOf(childOf(parent, 'attribute') ?? parent))) return true;
    }
    if (parent.kind === 'subscript' && at.field === 'value') return true;
    if (parent.kind === 'argument_list' && parent.parent !== undefined) {
      const callee = childOf(parent.parent, 'function');
      if (callee && sums.test(textOf(callee).split('.').at(-1) ?? '')) return true;
    }
  }
  return false;
}

/** `for start in range(0, n, step): block = close.iloc[start : start + step]`. */
function goesOnByLength(slice: PythonNode, evaluator: PythonEvaluator): boolean {
  const [from, to] = boundsIn(slice);
  const start = from && bare(from);
  const end = to && writtenOut(bare(to), evaluator);
  const offset = to && offsetOf(to, evaluator);
  const round = start && roundOf(start, evaluator);
  if (start === undefined || end === undefined || offset === undefined || !round) return false;
  const step = walkedBy('range', round, evaluator)?.[2];
  if (step === undefined || offset.from.kind !== 'identifier') return false;
  return nameOf(offset.from) === nameOf(start) && numberIn(evaluator.valuesOf(step)) === offset.by;
}

/** Whether what is kept of a block is summed up and written back to it. */
function keptSums(read: PythonNode, slice: PythonNode, evaluator: PythonEvaluator): boolean {
  const name = targetOf(read);
  const variable = name?.kind === 'identifier' ? evaluator.variableOf(name) : undefined;
  if (name === undefined || variable === undefined) return false;
  return evaluator.readsOf(nameOf(name)).some((block) => {
    if (evaluator.variableOf(block) !== variable) return false;
    const target = targetOf(block);
    const goesTo = target && sliceOf(target);
    const isBack = goesTo !== undefined && textOf(goesTo) === textOf(slice);
    return (isBack && isSummed(block, assignmentOf(block))) || isJudgedByItself(block, evaluator);
  });
}

/** `block > block.mean()`: a bar is compared with a figure that later bars of the block went into. */
function isJudgedByItself(block: PythonNode, evaluator: PythonEvaluator): boolean {
  const call = block.parent?.parent;
  const member = call?.kind === 'call' ? memberCall(call, evaluator) : undefined;
  if (member === undefined || !sums.test(member.name) || call?.parent === undefined) return false;
  if (!/^(?:binary|comparison)_operator$/.test(call.parent.kind)) return false;
  return call.parent.children.some(
    (one) => one !== call && one.isNamed && textOf(one) === textOf(block),
  );
}
