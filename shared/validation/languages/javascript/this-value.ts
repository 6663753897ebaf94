import {
  enclosingClass,
  isClass,
  isFunction,
  parentOf,
  type AnyNode,
  type NodeOf,
} from './node.ts';
import { globalAt, maker, unknown, type Values } from './value.ts';

/**
 * What `this` can be. At the top of a script and in a function called by its bare name it is the
 * global object (in a module it is undefined, but code is written for both).
 */
export function thisValue(node: NodeOf<'ThisExpression'>): Values {
  let current: AnyNode | undefined = parentOf(node);
  let child: AnyNode = node;
  while (current !== undefined) {
    if (current.type === 'PropertyDefinition' || current.type === 'StaticBlock') {
      return ofClass(current);
    }
    if (isFunction(current) && current.type !== 'ArrowFunctionExpression') {
      // A default parameter belongs to the function as well, so only the kind of function counts.
      return ofFunction(current);
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

function ofFunction(node: AnyNode): Values {
  const parent = parentOf(node);
  if (parent === undefined) return unknown;
  if (parent.type === 'MethodDefinition') return ofClass(parent);
  if (node.type === 'FunctionDeclaration') return isConstructorName(node) ? unknown : globalAt('');
  if (parent.type === 'CallExpression' && parent.callee === node) return globalAt('');
  // `(function () { … }).call(…)`: `this` is the first argument, the global object when it is missing.
  const call = parentOf(parent);
  if (
    parent.type === 'MemberExpression' &&
    call?.type === 'CallExpression' &&
    call.callee === parent
  ) {
    return call.arguments.length === 0 || isEmpty(call.arguments[0]) ? globalAt('') : unknown;
  }
  if (parent.type === 'VariableDeclarator' && !isConstructorName(parent)) return globalAt('');
  return unknown;
}

function isEmpty(node: AnyNode | undefined): boolean {
  if (node?.type === 'ThisExpression') return true;
  return (
    (node?.type === 'Literal' && node.value === null) ||
    (node?.type === 'Identifier' && node.name === 'undefined')
  );
}

/** By custom, functions meant for `new` begin with a capital letter. */
function isConstructorName(node: NodeOf<'FunctionDeclaration' | 'VariableDeclarator'>): boolean {
  return node.id === null || (node.id.type === 'Identifier' && /^[A-Z]/.test(node.id.name));
}
