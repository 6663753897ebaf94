import type { Variable } from '../../../scopes/scope.ts';
import { isFunction, parentOf, unwrap, type AnyNode, type NodeOf } from '../../../node.ts';
import { memberName } from '../member-name.ts';
import type { Market } from '../market.ts';
import { contains, initOf } from '../moment.ts';
import { isIndexMember } from '../names.ts';
import { nodesWithin } from '../within.ts';
import type { Environment } from './environment.ts';

const ofBar = /^(?:time|timestamp|date|index|barIndex)$/;
const seasonal =
  /^get(?:UTC)?(?:Month|Day|Hours|Date|Minutes|FullYear)$|^toLocale(?:Date|Time)?String$/;

/** Derived from the place or the time of the bar that is judged, and telling one bar from all others. */
export function isNow(market: Market, node: AnyNode, environment: Environment, depth = 0): boolean {
  if (depth > 8) return false;
  const inner = unwrap(node);
  const ask = (part: AnyNode): boolean => isNow(market, part, environment, depth + 1);
  switch (inner.type) {
    case 'Identifier':
      return isNowName(market, inner, environment, depth);
    case 'MemberExpression':
      return isNowMember(market, inner) || (inner.object.type !== 'Super' && ask(inner.object));
    case 'CallExpression': {
      const { callee } = inner;
      if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') {
        return inner.arguments.some(ask);
      }
      const name = memberName(callee);
      if (seasonal.test(name) || isPartOfDate(name, inner)) return false;
      return ask(callee.object) || inner.arguments.some(ask);
    }
    case 'NewExpression':
      return inner.arguments.some(ask);
    case 'BinaryExpression':
      if (/^(?:[<>]|[!=]=|in)/.test(inner.operator)) return false;
      return (inner.left.type !== 'PrivateIdentifier' && ask(inner.left)) || ask(inner.right);
    case 'UnaryExpression':
    case 'UpdateExpression':
      return ask(inner.argument);
    case 'TemplateLiteral':
      return inner.expressions.some(ask);
    default:
      return false;
  }
}

/** `iso.slice(5, 7)` is the month of any year. */
function isPartOfDate(name: string, { arguments: [from, to] }: NodeOf<'CallExpression'>): boolean {
  if (!/^(?:slice|substring|substr)$/.test(name)) return false;
  const isLater = from?.type === 'Literal' && Number(from.value) > 0;
  return isLater || (to?.type === 'Literal' && Number(to.value) < 8);
}

function isNowMember(market: Market, node: NodeOf<'MemberExpression'>): boolean {
  const name = memberName(node);
  if (node.object.type === 'ThisExpression') {
    return isIndexMember(name) || stepOf(market, node) !== undefined;
  }
  if (node.object.type !== 'Identifier' || !ofBar.test(name)) return false;
  return isBarParameter(market.evaluator.scopes.variableOf(node.object), 0);
}

function isNowName(
  market: Market,
  node: NodeOf<'Identifier'>,
  environment: Environment,
  depth: number,
): boolean {
  const variable = market.evaluator.scopes.variableOf(node);
  if (variable === undefined) return false;
  const binding = environment.get(variable);
  if (binding !== undefined) {
    return binding.kind === 'argument' && isNow(market, binding.node, binding.within, depth + 1);
  }
  if (isBarParameter(variable, 1)) return true;
  const [definition] = variable.defs;
  if (definition?.type === 'Parameter') {
    const isPattern = parentOf(definition.name)?.type === 'Property';
    return isPattern && ofBar.test(node.name) && isOfOnBar(definition.node);
  }
  const init = initOf(market, node);
  if (init !== undefined) return isNow(market, init, environment, depth + 1);
  const declarator = definition?.node;
  if (declarator?.type !== 'VariableDeclarator') return false;
  // `const { time } = bar`
  if (declarator.id.type === 'ObjectPattern' && declarator.init?.type === 'Identifier') {
    const source = market.evaluator.scopes.variableOf(declarator.init);
    return ofBar.test(node.name) && isBarParameter(source, 0);
  }
  return stepOf(market, node) !== undefined;
}

function isBarParameter(variable: Variable | undefined, place: number): boolean {
  const [definition] = variable?.defs ?? [];
  if (definition?.type !== 'Parameter') return false;
  const owner = definition.node;
  return isFunction(owner) && owner.params[place] === definition.name && isOfOnBar(owner);
}

function isOfOnBar(owner: AnyNode): boolean {
  const method = parentOf(owner);
  const isMethod = method?.type === 'MethodDefinition' || method?.type === 'PropertyDefinition';
  return isMethod && method.key.type === 'Identifier' && method.key.name === 'onBar';
}

/** The current bar, in any part of a node. */
export function mentionsNow(market: Market, node: AnyNode, environment: Environment): boolean {
  const { survey } = market;
  return (
    nodesWithin(survey.ofType('MemberExpression'), node).some((one) => isNowMember(market, one)) ||
    nodesWithin(survey.ofType('Identifier'), node).some((one) =>
      isNowName(market, one, environment, 0),
    )
  );
}

/** A counter that each bar moves one on: where it begins, and the step. */
interface Cursor {
  readonly start: number;
  readonly step: AnyNode;
}

/** `this.n` or a name of the module that onBar counts up once a bar. */
export function stepOf(market: Market, node: AnyNode): Cursor | undefined {
  if (node.type === 'MemberExpression') {
    if (!market.isBarCount(node, memberName(node))) return undefined;
    const name = memberName(node);
    const isSame = (other: AnyNode): boolean =>
      other.type === 'MemberExpression' &&
      other.object.type === 'ThisExpression' &&
      memberName(other) === name;
    return cursorFrom(market, isSame, startOfField(market, name));
  }
  if (node.type !== 'Identifier') return undefined;
  const variable = market.evaluator.scopes.variableOf(node);
  const [definition] = variable?.defs ?? [];
  const declarator = definition?.node;
  if (variable === undefined || declarator?.type !== 'VariableDeclarator') return undefined;
  const steps = variable.references.filter((use) => use.isWrite() && use.init !== true);
  const [only] = steps;
  if (steps.length !== 1 || only === undefined) return undefined;
  const step = only.identifier;
  const owner = functionAround(step);
  if (owner === undefined || !isOfOnBar(owner) || contains(owner, declarator)) return undefined;
  const isSame = (other: AnyNode): boolean => other === step;
  return cursorFrom(market, isSame, numberOf(declarator.init));
}

function functionAround(node: AnyNode): AnyNode | undefined {
  let current = parentOf(node);
  while (current !== undefined && !isFunction(current)) current = parentOf(current);
  return current;
}

function cursorFrom(
  { survey }: Market,
  isSame: (node: AnyNode) => boolean,
  start: number,
): Cursor | undefined {
  const step =
    survey.ofType('UpdateExpression').find((one) => isSame(one.argument)) ??
    survey
      .ofType('AssignmentExpression')
      .find(({ left, operator }) => operator === '+=' && isSame(left));
  return step && { start, step };
}

function startOfField({ survey }: Market, name: string): number {
  for (const { key, value } of survey.ofType('PropertyDefinition')) {
    const own =
      key.type === 'PrivateIdentifier' ? `#${key.name}` : 'name' in key ? key.name : undefined;
    if (own === name) return numberOf(value);
  }
  for (const { left, right, operator } of survey.ofType('AssignmentExpression')) {
    if (operator !== '=' || left.type !== 'MemberExpression') continue;
    if (left.object.type === 'ThisExpression' && memberName(left) === name) return numberOf(right);
  }
  return 0;
}

function numberOf(node: AnyNode | null | undefined): number {
  if (node?.type === 'UnaryExpression' && node.operator === '-') return -numberOf(node.argument);
  return node?.type === 'Literal' && typeof node.value === 'number' ? node.value : 0;
}
