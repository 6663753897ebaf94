import type { Variable } from '../../../scopes/scope.ts';
import { isFunction, parentOf, type AnyNode, type NodeOf } from '../../../node.ts';
import { memberName } from '../member-name.ts';
import { listIn } from '../moment.ts';
import { walked } from './by-method.ts';
import {
  bound,
  methodAround,
  nothingBound,
  type Binding,
  type Environment,
} from './environment.ts';
import { filledWith } from './fillings.ts';
import { merged, single, withAhead, type Facet } from './facet.ts';
import type { Flow } from './flow.ts';
import { figureWritten } from './figure-writes.ts';
import { orderOf } from './row-tests.ts';

/** What a name stands for where it is read. */
export function ofVariable(
  flow: Flow,
  read: NodeOf<'Identifier'>,
  environment: Environment,
): Facet | undefined {
  const variable = flow.market.evaluator.scopes.variableOf(read);
  const [definition] = variable?.defs ?? [];
  if (variable === undefined || definition === undefined) return undefined;
  const name = definition.name;
  const binding = environment.get(variable);
  if (binding !== undefined) {
    if (binding.kind === 'place') return undefined;
    const facet = binding.kind === 'facet' ? binding.facet : flow.of(binding.node, binding.within);
    return facet && parentOf(name) !== definition.node ? partOf(facet, name) : facet;
  }
  if (definition.type === 'Parameter') {
    return ofCallback(flow, read, definition.node, variable);
  }
  if (definition.type !== 'Variable') return undefined;
  const declarator = definition.node;
  if (declarator.type !== 'VariableDeclarator' || isGrownByBars(variable)) return undefined;
  return ofDeclared(flow, variable, declarator, name, read, environment);
}

const argument = (node: AnyNode): Binding => ({ kind: 'argument', node, within: nothingBound });

/** A function that is called once is given that; a callback what its list holds. */
function ofCallback(
  flow: Flow,
  read: NodeOf<'Identifier'>,
  owner: AnyNode,
  variable: Variable,
): Facet | undefined {
  const call = parentOf(owner);
  if (!isFunction(owner)) return undefined;
  const [site, ...others] = flow.market.sites.of(owner);
  if (site?.arguments !== undefined && others.length === 0) {
    const given = site.arguments.map((node): Binding => argument(node));
    const inside = bound(flow.market.evaluator.scopes, owner, given, nothingBound);
    return inside.has(variable) ? ofVariable(flow, read, inside) : undefined;
  }
  if (call?.type !== 'CallExpression') return undefined;
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return undefined;
  const bindings = walked(flow.of(callee.object), owner, memberName(callee));
  const environment = bound(flow.market.evaluator.scopes, owner, bindings, nothingBound);
  return environment.has(variable) ? ofVariable(flow, read, environment) : undefined;
}

function ofDeclared(
  flow: Flow,
  variable: Variable,
  declarator: NodeOf<'VariableDeclarator'>,
  name: AnyNode,
  read: AnyNode,
  environment: Environment,
): Facet | undefined {
  const header = parentOf(parentOf(declarator) ?? declarator);
  if (header?.type === 'ForOfStatement' && header.left === parentOf(declarator)) {
    const list = flow.of(listIn(flow.market, header.right), environment);
    return list && ofWalk(flow, header, list, read, environment);
  }
  const first = declarator.init ? flow.of(declarator.init, environment) : undefined;
  if (declarator.id.type !== 'Identifier') return first && partOf(first, name);
  const written = figureWritten(flow, variable, declarator, read, environment);
  const list = merged([first, filledWith(flow, variable, read, environment)]);
  const facet = merged([list, ...written]);
  return facet && { ...facet, shift: facet.shift + stepsOff(variable) };
}

/** `const [, ...rest] = list`, `const [first] = list`, `const { mean } = figures`. */
function partOf(facet: Facet, name: AnyNode): Facet {
  const parent = parentOf(name);
  const pattern = parent && parentOf(parent);
  if (facet.isList && parent?.type === 'RestElement' && pattern?.type === 'ArrayPattern') {
    return { ...facet, shift: facet.shift + pattern.elements.indexOf(parent) };
  }
  return single(facet);
}

/** `list.shift()` as a step of its own. */
function stepsOff({ references }: Variable): number {
  let steps = 0;
  for (const { identifier } of references) {
    const call = callOn(identifier);
    if (call === undefined || parentOf(call)?.type !== 'ExpressionStatement') continue;
    const [method] = methodOf(call);
    if (method === 'shift') steps += 1;
    else if (method === 'unshift') steps -= 1;
    else if (method === 'splice') steps += cutOff(call);
  }
  return steps;
}

/** `list.splice(0, 1)` */
function cutOff({ arguments: [start, count] }: NodeOf<'CallExpression'>): number {
  const isFront = start?.type === 'Literal' && start.value === 0;
  return isFront && count?.type === 'Literal' ? Number(count.value) : 0;
}

/** A list that is filled or emptied as the bars come by holds the past. */
const isGrownByBars = ({ references }: Variable): boolean =>
  references.some(({ identifier }) => {
    const use = identifier;
    const call = callOn(use);
    const changes =
      call && /^(?:push|unshift|pop|shift|splice|set|add)$/.test(methodOf(call)[0] ?? '');
    const member = parentOf(use);
    const isAssigned =
      member?.type === 'MemberExpression' &&
      member.object === use &&
      parentOf(member)?.type === 'AssignmentExpression' &&
      (parentOf(member) as NodeOf<'AssignmentExpression'>).left === member;
    return (changes || isAssigned) && methodAround(use) === 'onBar';
  });

function callOn(use: AnyNode): NodeOf<'CallExpression'> | undefined {
  const member = parentOf(use);
  const call = member && parentOf(member);
  const isOwn = member?.type === 'MemberExpression' && member.object === use;
  return isOwn && call?.type === 'CallExpression' && call.callee === member ? call : undefined;
}

const methodOf = ({ callee }: NodeOf<'CallExpression'>): string[] =>
  callee.type === 'MemberExpression' ? [memberName(callee)] : [];

/** `for (const row of rows) if (row.time >= bar.time) …row.close`: the row was picked after the current bar. */
function ofWalk(
  flow: Flow,
  loop: NodeOf<'ForOfStatement'>,
  list: Facet,
  read: AnyNode,
  environment: Environment,
): Facet {
  const row = single(list);
  for (let node = read; node !== loop; node = parentOf(node) ?? loop) {
    const around = parentOf(node);
    if (around?.type === 'IfStatement' && around.consequent === node) {
      const order = orderOf(flow.market, around.test, environment);
      if (order !== undefined) flow.noteRead(list);
      if (order === 'later') return withAhead(row, 'later bar', around.test);
    }
    if (around?.type !== 'BlockStatement') continue;
    for (const before of around.body) {
      if (before.start >= node.start) break;
      if (before.type !== 'IfStatement' || !isContinue(before.consequent)) continue;
      const order = orderOf(flow.market, before.test, environment);
      if (order !== undefined) flow.noteRead(list);
      if (order === 'earlier') return withAhead(row, 'later bar', before.test);
    }
  }
  return row;
}

const isContinue = (node: AnyNode): boolean =>
  node.type === 'ContinueStatement' ||
  (node.type === 'BlockStatement' &&
    node.body.length === 1 &&
    node.body[0]?.type === 'ContinueStatement');
