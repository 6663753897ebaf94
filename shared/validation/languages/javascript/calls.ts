import type { Evaluator, Frame } from './evaluate.ts';
import { foldMethod } from './fold-methods.ts';
import { intrinsicCall } from './intrinsic-calls.ts';
import { isClass, type NodeOf } from './node.ts';
import { propertyKey } from './property-key.ts';
import { instanceOf, single, union, unknown, type Value, type Values } from './value.ts';

/** What a call gives back. */
export function callValue(
  evaluator: Evaluator,
  node: NodeOf<'CallExpression'>,
  frame?: Frame,
): Values {
  const { callee } = node;
  const args = evaluator.elements(node.arguments, frame);
  if (callee.type === 'MemberExpression' && callee.object.type !== 'Super') {
    const result = methodValue(evaluator, callee, args, frame);
    if (result !== undefined) return result;
  }
  const results = evaluator
    .evaluate(callee, frame)
    .map((target) => applied(evaluator, target, args));
  return results.length === 0 ? unknown : union(...results);
}

function methodValue(
  evaluator: Evaluator,
  callee: NodeOf<'MemberExpression'>,
  args: readonly Values[],
  frame: Frame | undefined,
): Values | undefined {
  const keys = propertyKey(evaluator, callee, frame);
  if (keys.length === 0) return undefined;
  const receivers = evaluator.evaluate(callee.object, frame);
  if (receivers.length * keys.length > 24) return undefined;
  const results: Values[] = [];
  for (const receiver of receivers) {
    for (const key of keys) {
      const result =
        throughFunction(evaluator, receiver, key, args) ??
        foldMethod(evaluator, receiver, key, args);
      if (result === undefined) return undefined;
      results.push(result);
    }
  }
  return union(...results);
}

/** `f.call(…)`, `f.apply(…)` and `f.bind(…)` are calls of `f`; `x.valueOf()` is `x`. */
function throughFunction(
  evaluator: Evaluator,
  receiver: Value,
  key: string,
  args: readonly Values[],
): Values | undefined {
  if (key === 'valueOf' && args.length === 0) return [receiver];
  const callable = ['function', 'global', 'bound', 'module'].includes(receiver.kind);
  if (!callable) return undefined;
  if (key === 'call') {
    // `''.charAt.call('x', 0)`, `Array.prototype.join.call([…], '')`: the receiver comes first.
    const borrowed = borrowedMethod(receiver);
    const self = single(args[0]);
    if (borrowed !== undefined && self !== undefined) {
      return foldMethod(evaluator, self, borrowed, args.slice(1));
    }
    return applied(evaluator, receiver, args.slice(1));
  }
  if (key === 'bind') return [{ kind: 'bound', target: receiver, args: args.slice(1) }];
  if (key !== 'apply') return undefined;
  const list = single(args[1]);
  return applied(evaluator, receiver, list?.kind === 'array' ? list.elements : []);
}

function borrowedMethod(value: Value): string | undefined {
  if (value.kind !== 'global') return undefined;
  return /^(?:String|Array)\.prototype\.(\w+)$/.exec(value.path)?.[1];
}

/** Calls a value with arguments, in the imagination. */
export function applied(evaluator: Evaluator, target: Value, args: readonly Values[]): Values {
  switch (target.kind) {
    case 'global':
      return intrinsicCall(evaluator, target.path, args) ?? unknown;
    case 'bound':
      return applied(evaluator, target.target, [...target.args, ...args]);
    case 'function':
      if (isClass(target.node) || target.node.generator) return unknown;
      return evaluator.calls.result(evaluator, target.node, args);
    default:
      return unknown;
  }
}

/** What `new` gives: an instance of a built-in class, or nothing that can be said. */
export function newValue(
  evaluator: Evaluator,
  node: NodeOf<'NewExpression'>,
  frame?: Frame,
): Values {
  const target = single(evaluator.evaluate(node.callee, frame));
  if (target?.kind === 'global') {
    if (target.path === 'Proxy') return evaluator.evaluate(node.arguments[0], frame);
    if (target.path === 'Array' && node.arguments.length > 1) {
      return [{ kind: 'array', elements: evaluator.elements(node.arguments, frame) }];
    }
    if (target.path === 'String') return evaluator.evaluate(node.arguments[0], frame);
    return instanceOf(target.path);
  }
  if (target?.kind === 'function' && isClass(target.node)) {
    return [{ kind: 'self', node: target.node }];
  }
  return unknown;
}

/** What `...list` puts into a list. */
export function spreadValues(
  evaluator: Evaluator,
  { argument }: NodeOf<'SpreadElement'>,
  frame?: Frame,
): readonly Values[] {
  const list = single(evaluator.evaluate(argument, frame));
  if (list?.kind === 'array') return list.elements;
  if (list?.kind === 'constant' && typeof list.value === 'string') {
    return [...list.value]
      .slice(0, 2_000)
      .map((character) => [{ kind: 'constant', value: character }]);
  }
  return [unknown];
}
