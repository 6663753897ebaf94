import type { SharedWrite } from '../../../facts.ts';
import type { Evaluator } from '../evaluate.ts';
import { placeOf, type AnyNode, type NodeOf } from '../node.ts';
import { propertyKey } from '../property-key.ts';
import type { Survey } from '../survey.ts';
import { pathsOf, textsOf, type Value, type Values } from '../value.ts';
import { collectPollution, writesByAnyName } from './pollution.ts';
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
  for (const { node, owners, names } of changes(survey, evaluator)) add(owners, names, node);
  if (writesByAnyName(survey)) {
    for (const node of collectPollution(survey, evaluator)) {
      writes.push({ path: 'Object.prototype', ofPrototype: true, place: placeOf(node) });
    }
  }
  return writes;
}

interface Change {
  readonly node: NodeOf<'CallExpression'>;
  readonly owners: Values;
  readonly names: readonly string[];
}

/** `Object.assign(target, { name: … })`, `Reflect.set(target, 'name', …)` and their like. */
export function changes(survey: Survey, evaluator: Evaluator): Change[] {
  const found: Change[] = [];
  for (const node of survey.ofType('CallExpression')) {
    const changer = pathsOf(evaluator.evaluate(node.callee)).some((path) => changers.has(path));
    const [target, key] = node.arguments;
    if (!changer || target === undefined) continue;
    const keys = key === undefined ? [] : evaluator.evaluate(key);
    const names = keys.flatMap((value) =>
      value.kind === 'object' ? [...value.properties.keys()] : textsOf([value]),
    );
    found.push({ node, owners: evaluator.evaluate(target), names });
  }
  return found;
}

function sharedPath(owner: Value): string | undefined {
  if (owner.kind === 'global') return owner.path;
  if (owner.kind === 'module') return `${owner.name}:${owner.path}`;
  return owner.kind === 'prototype' ? '(prototype)' : undefined;
}
