import {
  enclosingFunction,
  isClass,
  isFunction,
  parentOf,
  type AnyNode,
  type NodeOf,
} from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { calledBy, type Callable } from './called-functions.ts';
import type { LoopContext } from './loop-context.ts';
import { constructorOf } from './own-members.ts';

type Edges = ReadonlyMap<Callable, ReadonlySet<Callable>>;

/** Names by which values are turned into texts and numbers. */
const conversions = /^(?:toString|valueOf|toJSON|@@Symbol\.toPrimitive)$/;

/**
 * The functions and classes that may come back to themselves, by any call that stands in them. Most
 * texts have none, and only these are looked into more closely.
 */
export function recursionCandidates(context: LoopContext): Callable[] {
  const edges = withoutEnds(callsByOwner(context));
  return [...edges.keys()].filter((node) => reaches(edges, node));
}

function callsByOwner({ survey, evaluator }: LoopContext): Edges {
  const edges = new Map<Callable, Set<Callable>>();
  const add = (owner: Callable | undefined, targets: readonly Callable[]): void => {
    if (owner === undefined || targets.length === 0) return;
    const known = edges.get(owner) ?? new Set();
    edges.set(owner, known);
    for (const target of targets) known.add(target);
  };
  const [accessors, methods] = [new Set<string>(), new Set<string>()];
  let converts = false;
  for (const part of [...survey.ofType('MethodDefinition'), ...survey.ofType('Property')]) {
    if (part.kind === 'init' && !isFunction(part.value)) continue;
    for (const key of propertyKey(evaluator, part)) {
      methods.add(key);
      if (part.kind === 'get' || part.kind === 'set') accessors.add(key);
      converts ||= conversions.test(key);
    }
  }
  const isAccess = (member: AnyNode): boolean =>
    member.type === 'MemberExpression' &&
    (member.property.type !== 'Identifier' ||
      member.computed ||
      accessors.has(member.property.name));
  for (const part of survey.ofType('PropertyDefinition')) {
    if (part.value) propertyKey(evaluator, part).forEach((key) => methods.add(key));
  }
  const isOwnCall = ({ callee }: NodeOf<'CallExpression'>): boolean =>
    callee.type !== 'MemberExpression' ||
    callee.object.type !== 'ThisExpression' ||
    callee.property.type !== 'Identifier' ||
    callee.computed ||
    methods.has(callee.property.name);
  const look = (node: AnyNode): void => {
    const targets = calledBy(evaluator, node);
    if (targets.length > 0) add(ownerOf(node), targets);
  };
  for (const node of survey.ofType('CallExpression')) if (isOwnCall(node)) look(node);
  survey.ofType('NewExpression').forEach(look);
  if (accessors.size > 0) {
    for (const node of survey.ofType('MemberExpression')) if (isAccess(node)) look(node);
    for (const node of survey.ofType('AssignmentExpression')) if (isAccess(node.left)) look(node);
  }
  if (converts) {
    survey.ofType('TemplateLiteral').forEach(look);
    survey.ofType('BinaryExpression').forEach(look);
    survey.ofType('UnaryExpression').forEach(look);
  }
  for (const node of [...survey.ofType('ClassDeclaration'), ...survey.ofType('ClassExpression')]) {
    const made = constructorOf(node);
    if (made !== undefined) add(node, [made]);
  }
  return edges;
}

/** The function that a place belongs to, or the class whose field it fills. */
function ownerOf(node: AnyNode): Callable | undefined {
  const owner = enclosingFunction(node);
  for (let current = parentOf(node); current && current !== owner; current = parentOf(current)) {
    if (isClass(current)) return current;
  }
  return owner;
}

/** The search ends at so many functions: a circle of more is written by nobody. */
const mostMembers = 60;

function reaches(edges: Edges, start: Callable): boolean {
  const queue = new Set(edges.get(start));
  for (const node of queue) {
    if (node === start) return true;
    if (queue.size > mostMembers) return true;
    for (const next of edges.get(node) ?? []) queue.add(next);
  }
  return false;
}

/** Without all that leads nowhere: what calls nothing comes back to nothing, nor does what only calls such. */
function withoutEnds(edges: Edges): Edges {
  const callers = new Map<Callable, Callable[]>();
  const left = new Map<Callable, number>();
  for (const [owner, targets] of edges) {
    left.set(owner, targets.size);
    for (const target of targets) {
      const known = callers.get(target);
      if (known === undefined) callers.set(target, [owner]);
      else known.push(owner);
    }
  }
  const ends = [...callers.keys()].filter((node) => !edges.has(node));
  for (const end of ends) {
    for (const caller of callers.get(end) ?? []) {
      const count = (left.get(caller) ?? 0) - 1;
      left.set(caller, count);
      if (count === 0) ends.push(caller);
    }
  }
  return new Map([...edges].filter(([owner]) => (left.get(owner) ?? 0) > 0));
}
