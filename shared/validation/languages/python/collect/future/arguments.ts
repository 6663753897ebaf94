import type { PythonEvaluator } from '../../evaluate.ts';
import { bare, childOf, nameOf, namedOf, textOf, type PythonNode } from '../../node.ts';
import { argumentOf, passedAt } from '../../passed.ts';
import { pathsIn, textsIn } from '../../value.ts';
import { isNegative } from './sign.ts';

/** A call of a member: what it is called on, the member's name, and what is passed. */
export interface MemberCall {
  readonly call: PythonNode;
  readonly object: PythonNode;
  readonly name: string;
}

/** However the member is reached: written, as an alias, or by `getattr` with a text. */
export function memberCall(call: PythonNode, evaluator: PythonEvaluator): MemberCall | undefined {
  const callee = childOf(call, 'function');
  const member = callee && memberAt(callee, evaluator, 0);
  return member && { call, ...member };
}

const deepest = 5;

function memberAt(
  node: PythonNode,
  evaluator: PythonEvaluator,
  depth: number,
): { readonly object: PythonNode; readonly name: string } | undefined {
  const at = bare(node);
  if (at.kind === 'attribute') {
    const [object, name] = [childOf(at, 'object'), childOf(at, 'attribute')];
    return object && name && { object, name: nameOf(name) };
  }
  if (at.kind === 'identifier' && depth < deepest) {
    const [binding, more] = evaluator.variableOf(at)?.bindings ?? [];
    const isPlain = more === undefined && binding?.source.how === 'value';
    return isPlain && binding.source.how === 'value'
      ? memberAt(binding.source.node, evaluator, depth + 1)
      : undefined;
  }
  if (at.kind !== 'call') return undefined;
  const callee = childOf(at, 'function');
  if (!callee || !pathsIn(evaluator.valuesOf(callee)).includes('getattr')) return undefined;
  const [object, name] = positional(at);
  const [text] = name ? textsIn(evaluator.valuesOf(name)).texts : [];
  return object && text !== undefined ? { object, name: text.normalize('NFKC') } : undefined;
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
