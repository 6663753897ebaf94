import type { SharedWrite } from '../../../facts.ts';
import type { Evaluator } from '../evaluate.ts';
import { placeOf, type AnyNode } from '../node.ts';
import { propertyKey } from '../property-key.ts';
import type { Survey } from '../survey.ts';
import { textsOf, type Value, type Values } from '../value.ts';
import { usageOf } from './usage.ts';

/** Functions that change their first argument; the second is the member's name, where it is one. */
const changers = new Set([
  'Object.defineProperty',
  'Object.defineProperties',
  'Object.assign',
  'Object.setPrototypeOf',
  'Object.freeze',
  'Object.seal',
  'Object.preventExtensions',
  'Reflect.defineProperty',
  'Reflect.set',
  'Reflect.setPrototypeOf',
  'Reflect.deleteProperty',
]);

/** Changes to what all code shares: globals, built-in prototypes, imported classes. */
export function collectSharedWrites(survey: Survey, evaluator: Evaluator): SharedWrite[] {
  const writes: SharedWrite[] = [];
  const add = (owners: Values, keys: readonly string[], node: AnyNode): void => {
    for (const owner of owners) {
      const path = sharedPath(owner);
      if (path === undefined) continue;
      const name = keys[0] ?? '*';
      const isPrototype = /(?:^|[.:])prototype$/.test(path) || owner.kind === 'prototype';
      writes.push({
        path: path === '' ? name : `${path}.${name}`,
        ofPrototype: isPrototype,
        place: placeOf(node),
      });
      return;
    }
  };
  for (const { identifier, written } of evaluator.scopes.globals) {
    if (written) {
      writes.push({ path: identifier.name, ofPrototype: false, place: placeOf(identifier) });
    }
  }
  for (const node of survey.ofType('MemberExpression')) {
    // `this` is only taken for the global object by custom: reading is judged, storing is not.
    if (node.object.type === 'Super' || node.object.type === 'ThisExpression') continue;
    if (usageOf(node) !== 'write') continue;
    add(evaluator.evaluate(node.object), propertyKey(evaluator, node), node);
  }
  for (const node of survey.ofType('CallExpression')) {
    const changes = evaluator
      .evaluate(node.callee)
      .some((value) => value.kind === 'global' && changers.has(value.path));
    if (!changes) continue;
    const [target, key] = node.arguments;
    add(evaluator.evaluate(target), textsOf(evaluator.evaluate(key)), node);
  }
  return writes;
}

function sharedPath(owner: Value): string | undefined {
  if (owner.kind === 'global') return owner.path;
  if (owner.kind === 'module') return `${owner.name}:${owner.path}`;
  return owner.kind === 'prototype' ? '(prototype)' : undefined;
}
