import type { PythonEvaluator } from '../../evaluate.ts';
import { childOf, nameOf, namedOf, textOf, type PythonNode } from '../../node.ts';
import { argumentOf } from '../../passed.ts';
import { textsIn } from '../../value.ts';

/** A call of a member: what it is called on, the member's name, and what is passed. */
export interface MemberCall {
  readonly call: PythonNode;
  readonly object: PythonNode;
  readonly name: string;
}

export function memberCall(call: PythonNode): MemberCall | undefined {
  const callee = childOf(call, 'function');
  const [object, name] = callee ? [childOf(callee, 'object'), childOf(callee, 'attribute')] : [];
  return callee?.kind === 'attribute' && object && name
    ? { call, object, name: nameOf(name) }
    : undefined;
}

/** The text that an argument certainly is. */
export function textArgument(
  call: PythonNode,
  index: number,
  name: string,
  evaluator: PythonEvaluator,
): string | undefined {
  const argument = argumentOf(call, index, name);
  return argument && textsIn(evaluator.valuesOf(argument)).texts[0];
}

/** Whether an argument is written as True, or is a name for it. */
export function isTrue(call: PythonNode, index: number, name: string): boolean {
  const argument = argumentOf(call, index, name);
  return argument?.kind === 'true';
}

export function isFalse(call: PythonNode, index: number, name: string): boolean {
  return argumentOf(call, index, name)?.kind === 'false';
}

/** `axis=1`: across the columns of one moment. */
export function isAcross(call: PythonNode): boolean {
  const axis = argumentOf(call, 9, 'axis');
  return axis !== undefined && /^(?:1|['"]columns['"])$/.test(textOf(axis));
}

export const positional = (call: PythonNode): PythonNode[] =>
  namedOf(childOf(call, 'arguments') ?? call).filter(({ kind }) => kind !== 'keyword_argument');
