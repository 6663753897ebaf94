import type { Reach } from '../../../facts.ts';
import type { Evaluator } from '../evaluate.ts';
import { codeMakers, selfNames } from '../intrinsics.ts';
import { parentOf, placeOf, type AnyNode, type NodeOf } from '../node.ts';
import { patternValue } from '../patterns.ts';
import { propertyKey } from '../property-key.ts';
import type { Survey } from '../survey.ts';
import { pathsOf, textsOf, type Value, type Values } from '../value.ts';
import { furtherMember, usageOf } from './usage.ts';

/** Everything of the language or host that the text reaches, each where it is first reached. */
export function collectReaches(survey: Survey, evaluator: Evaluator): Reach[] {
  const reaches: Reach[] = [];
  const add = (paths: readonly string[], node: AnyNode, marked: AnyNode = node): void => {
    for (const path of new Set(paths)) {
      reaches.push({
        path,
        usage: usageOf(node),
        member: memberAfter(evaluator, node),
        place: placeOf(marked),
      });
    }
  };
  for (const { identifier } of evaluator.scopes.globals) {
    add([selfNames.has(identifier.name) ? '' : identifier.name], identifier);
  }
  for (const identifier of handedOn(evaluator)) add([''], identifier);
  for (const node of survey.ofType('MemberExpression')) {
    if (node.object.type === 'Super') continue;
    const keys = propertyKey(evaluator, node);
    if (keys.length > 0) add(reachedFrom(evaluator, evaluator.evaluate(node.object), keys), node);
  }
  for (const node of survey.ofType('Property')) {
    const pattern = parentOf(node);
    if (pattern?.type !== 'ObjectPattern') continue;
    const paths = reachedFrom(
      evaluator,
      patternValue(evaluator, pattern),
      propertyKey(evaluator, node),
    );
    if (paths.length > 0) add(paths, node.value, node.key);
  }
  for (const node of survey.ofType('CallExpression')) add(reachedByCall(evaluator, node), node);
  for (const node of survey.ofType('NewExpression')) add(madeByUnknown(evaluator, node), node);
  return reaches;
}

/** Names of the text for the global object, where they hand it on: `const g = globalThis; send(g)`. */
function handedOn(evaluator: Evaluator): AnyNode[] {
  return evaluator.scopes.variables.flatMap((variable) => {
    if (variable.defs[0]?.type !== 'Variable') return [];
    if (!pathsOf(evaluator.variable(variable)).includes('')) return [];
    return variable.references
      .filter((reference) => reference.isRead())
      .map(({ identifier }) => identifier as unknown as AnyNode)
      .filter((identifier) => usageOf(identifier) === 'value');
  });
}

function memberAfter(evaluator: Evaluator, node: AnyNode): string | undefined {
  const member = furtherMember(node);
  return member && propertyKey(evaluator, member)[0];
}

/** Paths that a member adds; what the text itself stored in its own objects was counted where it came from. */
function reachedFrom(evaluator: Evaluator, owners: Values, keys: readonly string[]): string[] {
  return owners.flatMap((owner) =>
    keys.flatMap((key) => (isOwn(owner, key) ? [] : pathsOf(evaluator.memberOfValue(owner, key)))),
  );
}

function isOwn(owner: Value, key: string): boolean {
  if (owner.kind === 'object') return owner.properties.has(key);
  if (owner.kind === 'array') return /^\d+$/.test(key);
  return (owner.kind === 'self' || owner.kind === 'function') && key !== 'constructor';
}

const getters = new Set([
  'Reflect.get',
  'Reflect.getOwnPropertyDescriptor',
  'Object.getOwnPropertyDescriptor',
]);

/** `['constructor', 'constructor'].reduce((x, key) => x[key], [])` walks to a member step by step. */
const isReduction = (evaluator: Evaluator, { callee }: NodeOf<'CallExpression'>): boolean =>
  callee.type === 'MemberExpression' &&
  callee.object.type !== 'Super' &&
  propertyKey(evaluator, callee).some((key) => key.startsWith('reduce'));

/** `Reflect.get(globalThis, 'eval')`, and `f.constructor('code')` of an unknown `f`. */
function reachedByCall(evaluator: Evaluator, node: NodeOf<'CallExpression'>): string[] {
  const callees = evaluator.evaluate(node.callee);
  if (isReduction(evaluator, node))
    return pathsOf(evaluator.evaluate(node)).filter((path) => codeMakers.has(path));
  for (const callee of callees) {
    if (callee.kind === 'maker' && node.callee.type !== 'Super') return ['Function'];
    if (callee.kind !== 'global' || !getters.has(callee.path)) continue;
    const [object, key] = node.arguments;
    return reachedFrom(evaluator, evaluator.evaluate(object), textsOf(evaluator.evaluate(key)));
  }
  return [];
}

/** Words and marks of code, which names and messages do not have. */
const codeLike = /\breturn\b|=>|;|\bthis\b|\beval\b/;

/** `new f.constructor('code')()`: honest copies, `new this.constructor(size)`, are not called at once. */
function madeByUnknown(evaluator: Evaluator, node: NodeOf<'NewExpression'>): string[] {
  if (!evaluator.evaluate(node.callee).some(({ kind }) => kind === 'maker')) return [];
  const texts = evaluator.elements(node.arguments).flatMap((values) => textsOf(values));
  return usageOf(node) === 'call' || texts.some((text) => codeLike.test(text)) ? ['Function'] : [];
}
