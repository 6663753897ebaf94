import { parentOf, unwrap, type AnyNode, type NodeOf } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { single } from '../../value.ts';
import { isPureFunction, isReadingMethod } from './built-in-methods.ts';
import { isReachable } from './exits.ts';
import type { TestedLoop } from './loop-node.ts';
import type { LoopView } from './loop-view.ts';

/**
 * A `continue` that is reached before the round has changed anything: the next round finds all as
 * it was, and comes to it again. `while (i < n) { if (list[i] === 0) continue; i++; }`
 */
export function repeatsRound(view: LoopView, loop: TestedLoop): boolean {
  if (loop.type === 'ForStatement' && loop.update) return false;
  if (loop.test && !onlyReads(view, loop.test)) return false;
  return view.continues.some((jump) => isReachable(view, jump) && changesNothingBefore(view, jump));
}

function changesNothingBefore(view: LoopView, jump: AnyNode): boolean {
  let child = jump;
  for (let parent = parentOf(jump); parent && parent !== view.loop; parent = parentOf(parent)) {
    switch (parent.type) {
      case 'BlockStatement': {
        const before = parent.body.slice(0, parent.body.indexOf(child as never));
        if (!before.every((statement) => isIdle(view, statement))) return false;
        break;
      }
      case 'IfStatement':
        if (!onlyReads(view, parent.test)) return false;
        break;
      case 'SwitchStatement':
        if (!onlyReads(view, parent.discriminant)) return false;
        break;
      case 'SwitchCase': {
        // What falls through from the case before is not looked into.
        const before = parent.consequent.slice(0, parent.consequent.indexOf(child as never));
        if (!before.every((statement) => isIdle(view, statement))) return false;
        break;
      }
      case 'LabeledStatement':
        break;
      default:
        return false;
    }
    child = parent;
  }
  return true;
}

/** Leaves everything as it was, or leaves the loop. */
function isIdle(view: LoopView, statement: AnyNode): boolean {
  switch (statement.type) {
    case 'EmptyStatement':
    case 'FunctionDeclaration':
    case 'BreakStatement':
    case 'ReturnStatement':
    case 'ThrowStatement':
      return true;
    case 'VariableDeclaration':
      return statement.declarations.every(({ init }) => !init || onlyReads(view, init));
    case 'ExpressionStatement':
      return onlyReads(view, statement.expression);
    case 'BlockStatement':
      return statement.body.every((inner) => isIdle(view, inner));
    case 'IfStatement':
      return (
        onlyReads(view, statement.test) &&
        isIdle(view, statement.consequent) &&
        (!statement.alternate || isIdle(view, statement.alternate))
      );
    default:
      return false;
  }
}

/** An expression that stores nothing, calls nothing unknown, and depends on neither chance nor clock. */
export function onlyReads(view: LoopView, expression: AnyNode): boolean {
  const node = unwrap(expression);
  const all = (...parts: AnyNode[]): boolean => parts.every((part) => onlyReads(view, part));
  switch (node.type) {
    case 'Literal':
    case 'Identifier':
    case 'ThisExpression':
    case 'PrivateIdentifier':
      return true;
    case 'MemberExpression':
      return (
        node.object.type !== 'Super' && all(node.object) && (!node.computed || all(node.property))
      );
    case 'UnaryExpression':
      return node.operator !== 'delete' && all(node.argument);
    case 'BinaryExpression':
    case 'LogicalExpression':
      return all(node.left, node.right);
    case 'ConditionalExpression':
      return all(node.test, node.consequent, node.alternate);
    case 'TemplateLiteral':
      return all(...node.expressions);
    case 'ArrayExpression':
      return node.elements.every((element) => element !== null && all(element));
    case 'CallExpression':
      return callsOnlyReading(view, node) && all(...node.arguments);
    default:
      return false;
  }
}

function callsOnlyReading(view: LoopView, { callee }: NodeOf<'CallExpression'>): boolean {
  if (callee.type === 'Super') return false;
  const value = single(view.evaluator.evaluate(callee));
  if (value?.kind === 'global' && isPureFunction(value.path)) return true;
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return false;
  const [name = ''] = propertyKey(view.evaluator, callee);
  const isOwn = view.evaluator
    .evaluate(callee.object)
    .some(({ kind }) => kind === 'self' || kind === 'object' || kind === 'module');
  return !isOwn && isReadingMethod(name) && onlyReads(view, callee.object);
}
