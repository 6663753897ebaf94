import type { PythonEvaluator } from '../../evaluate.ts';
import { childOf, nameOf, namedOf, textOf, type PythonNode } from '../../node.ts';
import { argumentOf, passedAt } from '../../passed.ts';
import { textsIn } from '../../value.ts';
import { isNegative } from './sign.ts';

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

/** The text that an argument can be. */
export function textArgument(
  call: PythonNode,
  index: number,
  name: string,
  evaluator: PythonEvaluator,
): string | undefined {
  return textsIn(passedAt(call, index, name, evaluator) ?? []).texts[0];
}

/** Whether an argument can be True, or a number that counts as it. */
export const isTrue = (...where: Parameters<typeof numbersAt>): boolean =>
  numbersAt(...where).some((number) => number !== 0);

export const isFalse = (...where: Parameters<typeof numbersAt>): boolean =>
  numbersAt(...where).includes(0);

function numbersAt(
  call: PythonNode,
  index: number,
  name: string,
  evaluator: PythonEvaluator,
): number[] {
  const values = passedAt(call, index, name, evaluator) ?? [];
  return values.flatMap((one) => (one.kind === 'number' ? (one.number ?? []) : []));
}

/** Whether a distance is passed that looks forward. */
export function looksForward(
  call: PythonNode,
  index: number,
  name: string,
  evaluator: PythonEvaluator,
): boolean {
  const distance = argumentOf(call, index, name);
  if (distance !== undefined) return isNegative(distance, evaluator);
  return numbersAt(call, index, name, evaluator).some((number) => number < 0);
}

/** `axis=1`: across the columns of one moment. */
export function isAcross(call: PythonNode): boolean {
  const axis = argumentOf(call, 9, 'axis');
  return axis !== undefined && /^(?:1|['"]columns['"])$/.test(textOf(axis));
}

export const positional = (call: PythonNode): PythonNode[] =>
  namedOf(childOf(call, 'arguments') ?? call).filter(({ kind }) => kind !== 'keyword_argument');
