import {
  effectiveParent,
  enclosingClass,
  enclosingFunction,
  isClass,
  isFunction,
  parentOf,
  type AnyNode,
  type NodeOf,
} from './node.ts';
import type { Scopes } from './scopes.ts';
import { globalAt, maker, unknown, type Values } from './value.ts';

/**
 * What `this` can be. At the top of a script and in a function called by its bare name it is the
 * global object (in a module it is undefined, but code is written for both).
 */
export function thisValue(node: NodeOf<'ThisExpression'>, scopes: Scopes): Values {
  let current: AnyNode | undefined = parentOf(node);
  let child: AnyNode = node;
  while (current !== undefined) {
    if (current.type === 'PropertyDefinition' || current.type === 'StaticBlock') {
      return ofClass(current);
    }
    if (isFunction(current) && current.type !== 'ArrowFunctionExpression') {
      // A default parameter belongs to the function as well, so only the kind of function counts.
      return ofFunction(current, scopes);
    }
    child = current;
    current = parentOf(current);
  }
  return child.type === 'Program' ? globalAt('') : unknown;
}

/** The class that `new` was asked for: this one, or one that the text derives from it. */
export function newTarget(node: AnyNode): Values {
  const owner = enclosingClass(node);
  return owner === undefined ? maker : [{ kind: 'function', node: owner }];
}

function ofClass(part: AnyNode): Values {
  const owner = parentOf(parentOf(part) ?? part);
  const isStatic = part.type === 'StaticBlock' || ('static' in part && part.static);
  if (owner === undefined || !isClass(owner)) return unknown;
  return isStatic ? [{ kind: 'function', node: owner }] : [{ kind: 'self', node: owner }];
}

function ofFunction(node: AnyNode, scopes: Scopes): Values {
  const parent = parentOf(node);
  if (parent === undefined) return unknown;
  if (parent.type === 'MethodDefinition') return ofClass(parent);
  if (node.type === 'FunctionDeclaration' || parent.type === 'VariableDeclarator') {
    const named = node.type === 'FunctionDeclaration' ? node : parent;
    return isOnlyCalled(named, scopes) ? globalAt('') : unknown;
  }
  if (parent.type === 'CallExpression' && parent.callee === node) return globalAt('');
  return ofThrough(parent, scopes) ?? unknown;
}

/** `(function () { … }).call(…)`: `this` is the first argument, the global object when it is missing. */
function ofThrough(member: AnyNode, scopes: Scopes): Values | undefined {
  const call = parentOf(member);
  if (member.type !== 'MemberExpression' || call?.type !== 'CallExpression') return undefined;
  if (call.callee !== member) return undefined;
  const [first] = call.arguments;
  if (first?.type === 'ThisExpression') return thisValue(first, scopes);
  return isNothing(first) ? globalAt('') : unknown;
}

/** `f.call()`, `f.apply(null)`, `f.call(this)` at the top: no other object is given. */
function isCalledThrough(member: NodeOf<'MemberExpression'>): boolean {
  const call = parentOf(member);
  if (call?.type !== 'CallExpression' || call.callee !== member) return false;
  const [first] = call.arguments;
  if (first?.type === 'ThisExpression') return enclosingFunction(first) === undefined;
  return isNothing(first);
}

const isNothing = (node: AnyNode | undefined): boolean =>
  node === undefined ||
  (node.type === 'Literal' && node.value === null) ||
  (node.type === 'Identifier' && node.name === 'undefined');

/**
 * True for a function whose name only stands where it is called bare. One that is handed on,
 * exported or kept in a table becomes a method of whatever holds it.
 */
function isOnlyCalled(named: AnyNode, scopes: Scopes): boolean {
  const [variable] = scopes.declaredBy(named);
  const uses = (variable?.references ?? []).filter((reference) => reference.isRead());
  return (
    uses.length > 0 &&
    uses.every(({ identifier }) => {
      const { parent, child } = effectiveParent(identifier);
      if (parent?.type === 'CallExpression') return parent.callee === child;
      return parent?.type === 'MemberExpression' && isCalledThrough(parent);
    })
  );
}
