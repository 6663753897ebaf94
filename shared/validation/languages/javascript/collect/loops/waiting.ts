import { isFunction, unwrap, type AnyNode, type FunctionLike } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { single } from '../../value.ts';
import type { TestedLoop } from './loop-node.ts';
import type { LoopView } from './loop-view.ts';

/** `while (Date.now() < end) {}`: does nothing but wait, and nothing else can happen meanwhile. */
export function waitsForClock(view: LoopView, { test }: TestedLoop): string | undefined {
  const { isOpen, stores, changes } = view.effects;
  if (!test || isOpen || stores.length > 0 || changes.length > 0) return undefined;
  const node = unwrap(test);
  if (node.type !== 'BinaryExpression' || !/^[<>]=?$/.test(node.operator)) return undefined;
  if (node.left.type === 'PrivateIdentifier') return undefined;
  const sides = [node.left, node.right];
  const waits =
    sides.some((side) => isClock(view, side)) &&
    sides.every((side) => isClock(view, side) || view.isFixed(side));
  return waits ? 'it does nothing but wait for the clock' : undefined;
}

function isClock(view: LoopView, expression: AnyNode): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case 'BinaryExpression': {
      const { left, right } = node;
      if (left.type === 'PrivateIdentifier' || !/^[-+*/]$/.test(node.operator)) return false;
      const isOne = isClock(view, left) || isClock(view, right);
      return isOne && [left, right].every((side) => isClock(view, side) || view.isFixed(side));
    }
    case 'UnaryExpression':
      return isClock(view, node.argument);
    case 'NewExpression':
      return node.arguments.length === 0 && isPath(view, node.callee, /^Date$/);
    case 'CallExpression': {
      const { callee } = node;
      if (callee.type === 'Super') return false;
      if (isPath(view, callee, /^(?:Date\.now|performance\.now|process\.(?:hrtime|uptime).*)$/))
        return true;
      const own = single(view.evaluator.evaluate(callee));
      if (own?.kind === 'function') return isFunction(own.node) && givesClock(view, own.node);
      const isRead = callee.type === 'MemberExpression' && callee.object.type !== 'Super';
      if (!isRead || !/^(?:getTime|valueOf)$/.test(propertyKey(view.evaluator, callee)[0] ?? ''))
        return false;
      return isClock(view, callee.object);
    }
    default:
      return false;
  }
}

/** `() => Date.now()`. */
function givesClock(view: LoopView, { body, async, generator }: FunctionLike): boolean {
  if (async || generator) return false;
  if (body.type !== 'BlockStatement') return isClock(view, body);
  const [only, ...others] = body.body;
  const result = only?.type === 'ReturnStatement' && others.length === 0 ? only.argument : null;
  return !!result && isClock(view, result);
}

function isPath(view: LoopView, callee: AnyNode, path: RegExp): boolean {
  const value = single(view.evaluator.evaluate(callee));
  return value?.kind === 'global' && path.test(value.path);
}
