import type { Evaluator, Frame } from './evaluate.ts';
import { anyMemberOf, memberOf } from './member.ts';
import { isClass, type NodeOf } from './node.ts';
import { pick } from './picks.ts';
import { isOpenKey, isUnknowableKey, propertyKey } from './property-key.ts';
import { storedUnder } from './stored-value.ts';
import { strategyParameters } from './strategy-parameters.ts';
import { globalAt, maker, union, unknown, type Value, type Values } from './value.ts';
import { withStored } from './with-stored.ts';
import { spend } from '../work.ts';

/** What every strategy inherits: functions, so that `this.buy.constructor` is Function. */
const strategyMethods = new Set(
  'initialize onBar indicator buy sell close orderTargetPercent orderTargetQuantity barAgo random'.split(
    ' ',
  ),
);

/** Methods that every object, number, text or list has. */
const commonMethods =
  /^(?:toString|valueOf|hasOwnProperty|isPrototypeOf|toFixed|toLocaleString|slice|split|join|map|push|then|call|apply|bind)$/;

/** `bar.toString.constructor`: whatever `bar` is, its `toString` is a function. */
const isMethodOfUnknown = ({ object }: NodeOf<'MemberExpression'>, values: Values): boolean =>
  object.type === 'MemberExpression' &&
  object.property.type === 'Identifier' &&
  commonMethods.test(object.property.name) &&
  values.every(({ kind }) => kind === 'unknown');

/** What `object.name` or `object[expression]` gives: what it has, and what the text stores there. */
export function memberValue(
  evaluator: Evaluator,
  node: NodeOf<'MemberExpression'>,
  frame?: Frame,
): Values {
  if (node.object.type === 'Super') {
    return propertyKey(evaluator, node, frame).includes('constructor') ? maker : unknown;
  }
  const at = evaluator.stored.at(node);
  let stored = storedUnder(evaluator, at);
  const objects = evaluator.evaluate(node.object, frame);
  const keys = propertyKey(evaluator, node, frame);
  let found: Values = [];
  for (const object of objects) {
    for (const key of keys) found = union(found, memberOfValue(evaluator, object, key));
    if (node.object.type !== 'ThisExpression') {
      stored = union(stored, storedInClass(evaluator, object, keys));
    }
  }
  if (keys.includes('constructor') && isMethodOfUnknown(node, objects)) {
    found = union(found, globalAt('Function'));
  }
  if (isOpenKey(evaluator, node, frame)) {
    found = union(found, ...objects.map(anyMemberOf));
    if (isUnknowableKey(evaluator, node, frame)) found = union(found, [pick(objects)]);
  }
  const all = union(found, stored);
  if (all.length === 0) return unknown;
  const telling = stored.length > 0 ? all.filter(says) : all;
  const values = telling.length > 0 ? telling : all;
  return withStored(evaluator, values, at.inside);
}

/** What methods of a class of this text store in it is there under each of its names. */
function storedInClass(evaluator: Evaluator, object: Value, keys: readonly string[]): Values {
  const owner = object.kind === 'self' || object.kind === 'function' ? object.node : undefined;
  if (owner === undefined || !isClass(owner)) return [];
  return union(...keys.map((key) => storedUnder(evaluator, evaluator.stored.inClass(owner, key))));
}

/** Anything but a plain unknown. */
const says = (value: Value): boolean => value.kind !== 'unknown' || value.picks !== undefined;

/** A member by the language's rules, or as this text's own classes declare it. */
export function memberOfValue(evaluator: Evaluator, value: Value, key: string): Values {
  const owner = value.kind === 'self' || value.kind === 'function' ? value.node : undefined;
  if (owner !== undefined && isClass(owner)) {
    spend(owner.body.body.length);
    const own = owner.body.body.find(
      (part) =>
        part.type !== 'StaticBlock' &&
        part.static === (value.kind === 'function') &&
        nameOf(evaluator, part) === key,
    );
    if (own?.type === 'PropertyDefinition') return evaluator.evaluate(own.value);
    if (own?.type === 'MethodDefinition' && key !== 'constructor') {
      return own.kind === 'get' ? evaluator.returned(own.value) : evaluator.evaluate(own.value);
    }
  }
  if (value.kind === 'self' && key === 'constructor') {
    return [{ kind: 'function', node: value.node }];
  }
  // A class inherits from the class that it extends.
  if (key === '__proto__' && value.kind === 'function' && isClass(value.node)) {
    const { superClass } = value.node;
    if (superClass) return evaluator.evaluate(superClass);
  }
  if (value.kind === 'self' && strategyMethods.has(key)) {
    return [{ kind: 'module', name: 'stratbox', path: `Strategy.prototype.${key}` }];
  }
  if (value.kind === 'self' && key === 'parameters') return strategyParameters(evaluator);
  return memberOf(value, key);
}

function nameOf(
  evaluator: Evaluator,
  part: Exclude<NodeOf<'ClassBody'>['body'][number], NodeOf<'StaticBlock'>>,
): string | undefined {
  const { key } = part;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (part.computed) return propertyKey(evaluator, part)[0];
  return key.type === 'Identifier' ? key.name : propertyKey(evaluator, part)[0];
}
