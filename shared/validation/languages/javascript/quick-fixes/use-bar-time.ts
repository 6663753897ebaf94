import type { Variable } from '../scopes/scope.ts';
import type { Finding, QuickFix } from '../../../types.ts';
import { isFunction, parentOf, placeOf, type AnyNode, type FunctionLike } from '../node.ts';
import { callOf, fixWith, memberName, replace, type FixContext } from './fix-context.ts';
import { statementRemoval } from './remove-statement.ts';
import { strategyMethodAround } from './strategy-class.ts';

/** `Date.now()` → `bar.time`, `new Date()` → `new Date(bar.time)`, where the bar is at hand. */
export function useBarTime(finding: Finding, context: FixContext): QuickFix | undefined {
  const created = context.nodeAt(finding, 'NewExpression');
  if (created) {
    const bar = context.textOf(created.callee) === 'Date' && barAt(created, context);
    if (!bar) return undefined;
    const text = `new Date(${bar}.time)`;
    return fixWith(`Use \`${text}\``, replace(finding, text));
  }
  const member = context.nodeAt(finding, 'MemberExpression');
  const call = member && callOf(member);
  if (!call) return undefined;
  const text = context.textOf(member);
  if (/^console\.time(?:End|Log|Stamp)?$/.test(text)) return withoutTiming(call, context);
  if (text !== 'Date.now' || memberName(member) === undefined) return undefined;
  const bar = barAt(call, context);
  return bar ? fixWith(`Use \`${bar}.time\``, replace(placeOf(call), `${bar}.time`)) : undefined;
}

function withoutTiming(call: AnyNode, context: FixContext): QuickFix | undefined {
  const statement = parentOf(call);
  if (call.type !== 'CallExpression' || statement?.type !== 'ExpressionStatement') return undefined;
  if (call.arguments.some(({ type }) => type !== 'Literal')) return undefined;
  const removal = statementRemoval(statement, context);
  return removal && fixWith('Remove the measurement', removal);
}

/** The name of the present bar at a node: the parameter of the strategy's `onBar` around it. */
function barAt(node: AnyNode, context: FixContext): string | undefined {
  const method = onBarAround(node, context);
  const parameter = method?.params[0];
  if (!method || parameter?.type !== 'Identifier' || isWithin(node, parameter)) return undefined;
  const { scopes } = context.evaluator;
  const { name } = parameter;
  const variable = scopes.declaredBy(method).find((declared) => declared.name === name);
  if (!variable || variable.references.some((reference) => reference.isWrite())) return undefined;
  const isHidden = scopes.variables.some(
    (other) => other !== variable && other.name === name && isHiddenBy(other, method, node),
  );
  return isHidden ? undefined : name;
}

/** A function inside `onBar` sees the bar too, whatever its own `this` is. */
function onBarAround(node: AnyNode, { evaluator }: FixContext): FunctionLike | undefined {
  for (let outer = parentOf(node); outer !== undefined; outer = parentOf(outer)) {
    if (!isFunction(outer) || parentOf(outer)?.type !== 'MethodDefinition') continue;
    const around = strategyMethodAround(outer.body, evaluator);
    return around?.name === 'onBar' ? around.method : undefined;
  }
  return undefined;
}

function isHiddenBy({ scope }: Variable, method: AnyNode, node: AnyNode): boolean {
  const block = scope.block;
  return isWithin(block, method) && isWithin(node, block);
}

const isWithin = (inner: AnyNode, outer: AnyNode): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;
