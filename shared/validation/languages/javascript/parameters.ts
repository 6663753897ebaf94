import type { Variable } from './scopes/scope.ts';
import type { Evaluator } from './evaluate.ts';
import { effectiveParent, parentOf, type AnyNode, type FunctionLike, type NodeOf } from './node.ts';
import { elementsOf } from './elements.ts';
import { awaited } from './promises.ts';
import { textsOf, union, unknown, type Values } from './value.ts';

type Call = NodeOf<'CallExpression'>;

/** Array methods that hand each element to a function; `reduce` hands it second. */
const elementMethods = new Set([
  'map',
  'forEach',
  'filter',
  'find',
  'findLast',
  'findIndex',
  'some',
  'every',
  'flatMap',
  'sort',
]);

/** What a parameter receives at the calls that the text shows; unknown when it shows none. */
export function parameterValue(
  evaluator: Evaluator,
  node: FunctionLike,
  parameter: AnyNode,
): Values {
  const index = node.params.indexOf(parameter as never);
  if (index < 0) return unknown;
  const isRest = parameter.type === 'RestElement';
  const received: Values[] = [];
  for (const use of usesOf(evaluator, node)) {
    const values = receivedAt(evaluator, use, index, isRest);
    if (values !== undefined) received.push(values);
  }
  const all = union(...received);
  return all.length === 0 ? unknown : all;
}

/** The places where a function is called or handed on: where it stands, and where its name does. */
function usesOf(evaluator: Evaluator, node: FunctionLike): AnyNode[] {
  const uses: AnyNode[] = [];
  if (node.type !== 'FunctionDeclaration') uses.push(node);
  const variable = nameOf(evaluator, node);
  for (const reference of variable?.references ?? []) {
    if (reference.isRead()) uses.push(reference.identifier);
    // Many calls of one helper tell the same; the check must stay linear.
    if (uses.length > 40) break;
  }
  return uses;
}

function nameOf(evaluator: Evaluator, node: FunctionLike): Variable | undefined {
  if (node.type === 'FunctionDeclaration') {
    return evaluator.scopes.declaredBy(node).find(({ name }) => name === node.id?.name);
  }
  let { parent } = effectiveParent(node);
  // `const f = given || function () {}`
  while (parent?.type === 'LogicalExpression') ({ parent } = effectiveParent(parent));
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') {
    const { name } = parent.id;
    return evaluator.scopes.declaredBy(parent).find((variable) => variable.name === name);
  }
  return undefined;
}

function receivedAt(
  evaluator: Evaluator,
  use: AnyNode,
  index: number,
  isRest: boolean,
): Values | undefined {
  const { parent, child } = effectiveParent(use);
  if (parent === undefined) return undefined;
  if (parent.type === 'CallExpression' || parent.type === 'NewExpression') {
    if (parent.callee === child) return argumentAt(evaluator, parent.arguments, index, isRest);
    return parent.type === 'CallExpression'
      ? asCallback(evaluator, parent, child, index)
      : undefined;
  }
  if (parent.type === 'MemberExpression' && parent.object === child) {
    return throughMember(evaluator, parent, index, isRest);
  }
  return undefined;
}

/** `f.call(self, a, b)`, `f.apply(self, [a, b])`, `f.bind(self, a)`. */
function throughMember(
  evaluator: Evaluator,
  member: NodeOf<'MemberExpression'>,
  index: number,
  isRest: boolean,
): Values | undefined {
  const call = parentOf(member);
  if (call?.type !== 'CallExpression' || call.callee !== member) return undefined;
  if (member.property.type !== 'Identifier' || member.computed) return undefined;
  const { name } = member.property;
  if (name === 'call' || name === 'bind') {
    return argumentAt(evaluator, call.arguments, index + 1, isRest);
  }
  if (name !== 'apply') return undefined;
  const lists = evaluator.evaluate(call.arguments[1]);
  return union(...lists.map((list) => (list.kind === 'array' ? (list.elements[index] ?? []) : [])));
}

function argumentAt(
  evaluator: Evaluator,
  nodes: readonly AnyNode[],
  index: number,
  isRest: boolean,
): Values | undefined {
  const all = evaluator.elements(nodes);
  if (isRest) return [{ kind: 'array', elements: all.slice(index) }];
  return all[index];
}

/** A function handed to `[…].map` receives the elements, one handed to `promise.then` what it resolves to. */
function asCallback(
  evaluator: Evaluator,
  call: Call,
  child: AnyNode,
  index: number,
): Values | undefined {
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || call.arguments[0] !== child) return undefined;
  const method =
    callee.property.type === 'Identifier' && !callee.computed
      ? callee.property.name
      : textsOf(evaluator.evaluate(callee.property))[0];
  if (method === undefined) return undefined;
  const owner = evaluator.evaluate(callee.object);
  if (elementMethods.has(method) && index === 0) return elementsOf(owner);
  if (method === 'sort' && index === 1) return elementsOf(owner);
  if ((method === 'reduce' || method === 'reduceRight') && index === 1) return elementsOf(owner);
  if ((method === 'then' || method === 'finally') && index === 0) return awaited(owner);
  return undefined;
}
