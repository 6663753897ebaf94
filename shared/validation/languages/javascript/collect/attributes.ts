import type { Attribute, UnknowableMember } from '../../../facts.ts';
import type { Evaluator } from '../evaluate.ts';
import { intrinsicKind } from '../intrinsics.ts';
import { isFunction, parentOf, placeOf, unwrap, type NodeOf } from '../node.ts';
import { patternValue } from '../patterns.ts';
import { isUnknowableKey, propertyKey } from '../property-key.ts';
import type { Survey } from '../survey.ts';
import { pathsOf, type Value, type Values } from '../value.ts';
import { collectPollution } from './pollution.ts';
import { changes } from './shared-writes.ts';
import { usageOf } from './usage.ts';

type Keyed = NodeOf<'MemberExpression' | 'Property'>;

const tellingNames: ReadonlySet<string> = new Set([
  'caller',
  'callee',
  'arguments',
  'prepareStackTrace',
  'captureStackTrace',
  'stackTraceLimit',
]);

/** Members worth a look whatever they belong to. */
const isTelling = (name: string): boolean =>
  tellingNames.has(name) || /^(?:__\w+__|@@Symbol\..*)$/.test(name);

/** Telling members and members put together from pieces, in expressions and in patterns. */
export function collectAttributes(survey: Survey, evaluator: Evaluator): Attribute[] {
  const attributes: Attribute[] = [];
  eachKeyed(survey, (node) => {
    const mayBeHidden = isHidden(node);
    for (const name of propertyKey(evaluator, node)) {
      if (!mayBeHidden && !isTelling(name)) continue;
      const owners = ownersOf(evaluator, node);
      const hidden = mayBeHidden && !owners.some((owner) => isOwnMember(owner, name));
      if (!hidden && !isTelling(name)) continue;
      attributes.push({
        name,
        hidden,
        usage: node.type === 'MemberExpression' ? usageOf(node) : 'value',
        owners: owners.flatMap((value) => ownerNames(value)),
        place: placeOf(node.type === 'MemberExpression' ? node : node.key),
      });
    }
  });
  for (const node of collectPollution(survey, evaluator)) {
    const shared = { hidden: false, usage: 'value', owners: [], place: placeOf(node) } as const;
    attributes.push({ name: '__proto__', ...shared });
  }
  for (const { node, owners, names } of changes(survey, evaluator)) {
    for (const name of names.filter((key) => isTelling(key))) {
      const owned = owners.flatMap((value) => ownerNames(value));
      attributes.push({ name, hidden: false, usage: 'write', owners: owned, place: placeOf(node) });
    }
  }
  return attributes;
}

/** Everything that names a member: in an expression, in a pattern, or to set a prototype. */
function eachKeyed(survey: Survey, visit: (node: Keyed) => void): void {
  for (const node of survey.ofType('MemberExpression')) {
    if (node.object.type !== 'Super') visit(node);
  }
  for (const node of survey.ofType('Property')) {
    if (parentOf(node)?.type === 'ObjectPattern' || isPrototypeSetter(node)) visit(node);
  }
}

function ownersOf(evaluator: Evaluator, node: Keyed): Values {
  if (node.type === 'MemberExpression') return evaluator.evaluate(node.object);
  const pattern = parentOf(node);
  return pattern?.type === 'ObjectPattern' ? patternValue(evaluator, pattern) : [];
}

/** `{ __proto__: x }` sets the prototype; `{ __proto__: null }` is the custom for a plain table. */
function isPrototypeSetter({ key, value, computed, shorthand }: NodeOf<'Property'>): boolean {
  const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? key.value : '';
  const isNull = value.type === 'Literal' && value.value === null;
  return name === '__proto__' && !computed && !shorthand && !isNull;
}

/** A table of this text's own that has the name may be asked for it in any way. */
const isOwnMember = (owner: Value, name: string): boolean =>
  owner.kind === 'object' && owner.properties.has(name);

function ownerNames(value: Value): readonly string[] {
  if (value.kind === 'instance') return [value.of];
  return value.kind === 'function' ? ['Function'] : pathsOf([value]);
}

/** A name in brackets that is no plain literal was put together, or looked up elsewhere. */
function isHidden(node: Keyed): boolean {
  const key = node.type === 'MemberExpression' ? node.property : node.key;
  return node.computed && key.type !== 'Literal';
}

/** `globalThis[name]`, `(() => {})[name]`: any member, the dangerous ones among them. */
export function collectUnknowableMembers(survey: Survey, evaluator: Evaluator): UnknowableMember[] {
  const members: UnknowableMember[] = [];
  eachKeyed(survey, (node) => {
    if (!isUnknowableKey(evaluator, node)) return;
    for (const owner of ownersOf(evaluator, node)) {
      const of = kindOf(owner, node, evaluator);
      if (of === undefined) continue;
      members.push({ of, place: placeOf(node) });
      break;
    }
  });
  for (const node of survey.ofType('CallExpression')) {
    if (!pathsOf(evaluator.evaluate(node.callee)).some((path) => listers.has(path))) continue;
    if (evaluator.evaluate(node.arguments[0]).some(isSharedWithMembers)) {
      members.push({ of: 'built-in', place: placeOf(node) });
    }
  }
  return members;
}

/** Functions that give all members of a thing at once. */
const listers = new Set(['Object.getOwnPropertyDescriptors', 'Object.entries', 'Object.values']);

const isSharedWithMembers = (value: Value): boolean =>
  value.kind === 'maker' ||
  value.kind === 'prototype' ||
  (value.kind === 'global' && value.path !== '' && intrinsicKind(value.path) !== 'namespace');

function kindOf(
  owner: Value,
  node: Keyed,
  evaluator: Evaluator,
): UnknowableMember['of'] | undefined {
  if (owner.kind === 'global') {
    if (owner.path === '') return 'global object';
    return intrinsicKind(owner.path) === 'namespace' ? undefined : 'built-in';
  }
  if (node.type !== 'MemberExpression') return undefined;
  const isUsedOn = ['call', 'member'].includes(usageOf(node));
  // What the text keeps on its own functions and classes is read by name like any table.
  if (owner.kind === 'function') return isFunction(unwrap(node.object)) ? 'function' : undefined;
  if (owner.kind === 'maker' || owner.kind === 'prototype') {
    return isUsedOn ? 'function' : undefined;
  }
  return isEmptyLiteral(node, evaluator) ? 'function' : undefined;
}

/** Nobody looks a name up in `[]`, `''` or `0`, except for what all arrays, texts and numbers have. */
function isEmptyLiteral({ object }: NodeOf<'MemberExpression'>, evaluator: Evaluator): boolean {
  const [value] = evaluator.evaluate(object);
  if (value?.kind === 'array')
    return object.type === 'ArrayExpression' && object.elements.length === 0;
  if (value?.kind === 'object') {
    return object.type === 'ObjectExpression' && object.properties.length === 0;
  }
  if (value?.kind === 'instance') return value.of === 'RegExp';
  if (object.type !== 'Literal') return false;
  return (
    object.value === '' || typeof object.value === 'number' || typeof object.value === 'boolean'
  );
}
