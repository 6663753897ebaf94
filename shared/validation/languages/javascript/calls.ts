import { collectionNamed, generatorOf } from './collections.ts';
import { elementsOf, heldByPairs } from './elements.ts';
import type { Evaluator, Frame } from './evaluate.ts';
import { foldMethod } from './fold-methods.ts';
import { intrinsicCall } from './intrinsic-calls.ts';
import { intrinsicKind } from './intrinsics.ts';
import { isClass, type AnyNode, type NodeOf } from './node.ts';
import { isPickedTwice, madeOf } from './picks.ts';
import { promised } from './promises.ts';
import { propertyKey } from './property-key.ts';
import {
  constant,
  listOf,
  single,
  union,
  unknown,
  type Held,
  type Value,
  type Values,
} from './value.ts';

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
  return ofTargets(evaluator, callee, args, frame);
}

function ofTargets(
  evaluator: Evaluator,
  callee: AnyNode,
  args: readonly Values[],
  frame: Frame | undefined,
): Values {
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
  let isPartial = false;
  for (const receiver of receivers) {
    for (const key of keys) {
      const result =
        throughFunction(evaluator, receiver, key, args) ??
        foldMethod(evaluator, receiver, key, args) ??
        walkedBy(evaluator, key, args);
      if (result === undefined) isPartial = true;
      else results.push(result);
    }
  }
  if (results.length === 0) return undefined;
  return isPartial
    ? union(...results, ofTargets(evaluator, callee, args, frame))
    : union(...results);
}

/** `f.call(…)`, `f.apply(…)` and `f.bind(…)` are calls of `f`; `x.valueOf()` is `x`. */
function throughFunction(
  evaluator: Evaluator,
  receiver: Value,
  key: string,
  args: readonly Values[],
): Values | undefined {
  if (key === 'valueOf' && args.length === 0) return [receiver];
  const isFunction =
    ['function', 'bound', 'module'].includes(receiver.kind) ||
    (receiver.kind === 'global' && intrinsicKind(receiver.path) === 'function');
  if (!isFunction && !isPickedTwice(receiver)) return undefined;
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

/** `path.reduce((x, key) => x[key], bar)` takes as many members as the path has. */
function walkedBy(evaluator: Evaluator, key: string, args: readonly Values[]): Values | undefined {
  const callback = key.startsWith('reduce') ? single(args[0]) : undefined;
  if (callback?.kind !== 'function') return undefined;
  const results = evaluator.returned(callback.node);
  const isWalk = results.some((value) => value.kind === 'unknown' && value.picks !== undefined);
  return isWalk ? [{ kind: 'unknown', picks: 2 }] : undefined;
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
      if (isClass(target.node)) return unknown;
      if (target.node.generator) return [generatorOf(evaluator.yielded(target.node))];
      return promised(target.node, evaluator.calls.result(evaluator, target.node, args));
    default:
      return isPickedTwice(target) ? [madeOf(args)] : unknown;
  }
}

/** What `new` gives: an instance of a built-in class, or nothing that can be said. */
export function newValue(
  evaluator: Evaluator,
  node: NodeOf<'NewExpression'>,
  frame?: Frame,
): Values {
  const targets = evaluator.evaluate(node.callee, frame);
  if (targets.some(isPickedTwice)) return [madeOf(evaluator.elements(node.arguments, frame))];
  const target = single(targets);
  if (target?.kind === 'global') {
    if (target.path === 'Proxy') return evaluator.evaluate(node.arguments[0], frame);
    if (target.path === 'Array' && node.arguments.length > 1) {
      return [listOf(evaluator.elements(node.arguments, frame))];
    }
    if (target.path.endsWith('Error')) {
      return errorOf(target.path, evaluator.elements(node.arguments, frame));
    }
    if (target.path === 'String') return evaluator.evaluate(node.arguments[0], frame);
    return collectionNamed(
      target.path,
      heldBy(target.path, evaluator.elements(node.arguments, frame)),
    );
  }
  if (target?.kind === 'function' && isClass(target.node)) {
    return [{ kind: 'self', node: target.node }];
  }
  return unknown;
}

/** An error keeps its message, which may be a name. */
function errorOf(of: string, [message = constant('')]: readonly Values[]): Values {
  const texts = message.map((value): Value =>
    value.kind === 'constant' ? value : { kind: 'text' },
  );
  return [{ kind: 'instance', of, held: { properties: new Map([['message', texts]]), rest: [] } }];
}

function heldBy(of: string, [items = []]: readonly Values[]): Held {
  if (of.endsWith('Map')) return heldByPairs(items);
  const rest = items.length > 0 ? elementsOf(items).filter(({ kind }) => kind !== 'unknown') : [];
  return { properties: new Map(), rest };
}

/** What `...list` puts into a list. */
export function spreadValues(
  evaluator: Evaluator,
  { argument }: NodeOf<'SpreadElement'>,
  frame?: Frame,
): readonly Values[] {
  const list = single(evaluator.evaluate(argument, frame));
  if (list?.kind === 'array') {
    return list.rest?.length ? [...list.elements, list.rest] : list.elements;
  }
  if (list?.kind === 'instance' && list.held) return [elementsOf([list])];
  if (list?.kind === 'constant' && typeof list.value === 'string') {
    return [...list.value]
      .slice(0, 2_000)
      .map((character) => [{ kind: 'constant', value: character }]);
  }
  return [unknown];
}
