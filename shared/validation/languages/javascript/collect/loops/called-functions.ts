import type { Evaluator } from '../../evaluate.ts';
import {
  isClass,
  parentOf,
  unwrap,
  type AnyNode,
  type ClassLike,
  type FunctionLike,
  type NodeOf,
} from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { single } from '../../value.ts';
import { isInside } from './loop-node.ts';
import { ownFunction } from './own-members.ts';

/** A function, or a class of which an instance is made. */
export type Callable = FunctionLike | ClassLike;

const toText = ['toString', '@@Symbol.toPrimitive', 'valueOf'];

/** The functions of this text that evaluating one expression itself runs, its parts left out. */
export function calledBy(evaluator: Evaluator, node: AnyNode): Callable[] {
  switch (node.type) {
    case 'CallExpression':
      return called(evaluator, node);
    case 'NewExpression': {
      const made = single(evaluator.evaluate(node.callee));
      return made?.kind === 'function' ? [made.node] : [];
    }
    case 'MemberExpression':
      return accessed(evaluator, node, 'get');
    case 'AssignmentExpression':
      return node.left.type === 'MemberExpression' ? accessed(evaluator, node.left, 'set') : [];
    case 'UnaryExpression':
      return node.operator === '+' || node.operator === '-'
        ? converted(evaluator, node.argument)
        : [];
    case 'TemplateLiteral':
      return node.expressions.flatMap((part) => converted(evaluator, part));
    case 'BinaryExpression':
      if (node.operator !== '+' || node.left.type === 'PrivateIdentifier') return [];
      return [node.left, node.right].flatMap((part) => converted(evaluator, part));
    default:
      return [];
  }
}

function called(evaluator: Evaluator, node: NodeOf<'CallExpression'>): Callable[] {
  const { callee, arguments: args } = node;
  if (callee.type === 'Super') return [];
  if (callee.type === 'Identifier') return runs(evaluator, callee, args);
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return [];
  const names = propertyKey(evaluator, callee);
  const object = unwrap(callee.object);
  if (object.type === 'ThisExpression') {
    const own = ownFunction(evaluator, object, names, 'call');
    return own === undefined || isOverridden(evaluator, own) || own.generator ? [] : [own];
  }
  if (names.includes('call') || names.includes('apply')) return functionAt(evaluator, object);
  const [first] = args;
  const path = single(evaluator.evaluate(callee));
  if (path?.kind === 'global' && path.path === 'process.nextTick')
    return functionAt(evaluator, first);
  if (
    path?.kind === 'global' &&
    path.path === 'JSON.stringify' &&
    first?.type === 'ThisExpression'
  ) {
    const own = ownFunction(evaluator, first, ['toJSON'], 'call');
    return own === undefined ? [] : [own];
  }
  // A promise that is there at once runs what it is given as soon as all else has ended.
  if (names.includes('then') && isResolved(object)) return functionAt(evaluator, args[0]);
  return functionAt(evaluator, callee);
}

function runs(
  evaluator: Evaluator,
  callee: NodeOf<'Identifier'>,
  args: readonly AnyNode[],
): Callable[] {
  if (evaluator.scopes.variableOf(callee) !== undefined) return functionAt(evaluator, callee);
  if (callee.name === 'queueMicrotask') return functionAt(evaluator, args[0]);
  if (timers.test(callee.name)) return isKept(callee) ? [] : functionAt(evaluator, args[0]);
  const [first] = args;
  return /^(?:String|Number|BigInt)$/.test(callee.name) && first ? converted(evaluator, first) : [];
}

const timers = /^(?:setTimeout|setImmediate|requestAnimationFrame)$/;

/** A timer whose number is kept may be stopped from elsewhere. */
function isKept(callee: AnyNode): boolean {
  const call = parentOf(callee);
  const use = call && parentOf(call)?.type;
  return !/^(?:ExpressionStatement|ReturnStatement|ArrowFunctionExpression|UnaryExpression)$/.test(
    use ?? '',
  );
}

/** The one function that an expression can be; a generator only runs when it is walked. */
function functionAt(evaluator: Evaluator, node: AnyNode | undefined): Callable[] {
  const value = node && single(evaluator.evaluate(node));
  if (value?.kind !== 'function' || isClass(value.node) || value.node.generator) return [];
  return isCertain(evaluator, node, value.node) ? [value.node] : [];
}

const longestAlias = 10;

/**
 * A member of something unknown may be another function than the one that this text stores there;
 * one that was kept before that certainly is: `const base = x.f; x.f = () => base();`
 */
function isCertain(
  evaluator: Evaluator,
  expression: AnyNode | undefined,
  found: FunctionLike,
  depth = 0,
): boolean {
  const node = expression && unwrap(expression);
  if (node?.type === 'MemberExpression') {
    if (depth > 0 && found.start > node.start) return false;
    return evaluator.evaluate(node.object).every(({ kind }) => kind !== 'unknown');
  }
  if (node?.type !== 'Identifier' || depth > longestAlias) return true;
  const variable = evaluator.scopes.variableOf(node);
  const [definition] = variable?.defs ?? [];
  // What is made inside a function is not what the function was given.
  if (definition?.type === 'Parameter') {
    const { node: owner } = definition;
    if (found !== owner && isInside(found, owner)) return false;
  }
  const writes = variable?.references.filter(
    (reference) => reference.isWrite() && reference.writeExpr,
  );
  return (writes ?? []).every(({ writeExpr }) => isCertain(evaluator, writeExpr, found, depth + 1));
}

const isResolved = (node: AnyNode): boolean =>
  node.type === 'CallExpression' &&
  node.callee.type === 'MemberExpression' &&
  node.callee.object.type === 'Identifier' &&
  node.callee.object.name === 'Promise' &&
  node.callee.property.type === 'Identifier' &&
  node.callee.property.name === 'resolve';

/** A getter or setter of the own class or object. */
function accessed(
  evaluator: Evaluator,
  member: NodeOf<'MemberExpression'>,
  use: 'get' | 'set',
): Callable[] {
  const object = unwrap(member.object);
  if (object.type !== 'ThisExpression' && object.type !== 'Identifier') return [];
  const parent = parentOf(member);
  const isStored = parent?.type === 'AssignmentExpression' && parent.left === member;
  if (use === 'get' && isStored && parent.operator === '=') return [];
  const own = ownFunction(evaluator, object, propertyKey(evaluator, member), use);
  return own === undefined || isOverridden(evaluator, own) ? [] : [own];
}

function converted(evaluator: Evaluator, part: AnyNode): Callable[] {
  const node = unwrap(part);
  if (node.type !== 'ThisExpression') return [];
  const own = ownFunction(evaluator, node, toText, 'call');
  return own === undefined ? [] : [own];
}

/** Whether a class of this text that extends the method's class has another of that name. */
function isOverridden(evaluator: Evaluator, own: FunctionLike): boolean {
  const part = parentOf(own);
  const owner = part && parentOf(parentOf(part) ?? part);
  if (part?.type !== 'MethodDefinition' || !owner || !isClass(owner) || !owner.id) return false;
  const variable = evaluator.scopes.declaredBy(owner)[0];
  return (
    variable?.references.some(({ identifier }) => {
      const node = identifier;
      const heir = parentOf(node);
      if (!heir || !isClass(heir) || heir.superClass !== node) return false;
      const names = propertyKey(evaluator, part);
      return heir.body.body.some(
        (other) =>
          other.type === 'MethodDefinition' &&
          propertyKey(evaluator, other).some((key) => names.includes(key)),
      );
    }) ?? false
  );
}
