import type { Reach } from '../../../facts.ts';
import type { Evaluator } from '../evaluate.ts';
import { intrinsicKind, selfNames } from '../intrinsics.ts';
import { parentOf, placeOf, type AnyNode } from '../node.ts';
import { patternValue } from '../patterns.ts';
import { propertyKey } from '../property-key.ts';
import type { Survey } from '../survey.ts';
import { pathsOf } from '../value.ts';
import { reachedFrom } from './reached-from.ts';
import { isMade, isMaker, reachedByCall, reachedByNew } from './reaches-of-calls.ts';
import { furtherMember, usageOf } from './usage.ts';

/** Everything of the language or host that the text reaches, each where it is first reached. */
export function collectReaches(survey: Survey, evaluator: Evaluator): Reach[] {
  const reaches: Reach[] = [];
  const add = (paths: readonly string[], node: AnyNode, marked: AnyNode = node): void => {
    for (let index = 0; index < paths.length; index++) {
      const path = paths[index] ?? '';
      if (paths.indexOf(path) < index) continue;
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
  for (const identifier of handedOn(survey, evaluator)) add([''], identifier);
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
  for (const node of survey.ofType('CallExpression')) {
    if (isMade(evaluator, node.callee)) add(['Function'], node.callee);
    else add(reachedByCall(evaluator, node), node);
  }
  for (const node of survey.ofType('NewExpression')) add(reachedByNew(evaluator, node), node);
  for (const { tag } of survey.ofType('TaggedTemplateExpression')) {
    if (isMaker(evaluator, tag) || isMade(evaluator, tag)) add(['Function'], tag);
  }
  return reaches;
}

/** Names of the text for the global object, where they hand it on: `const g = globalThis; send(g)`. */
function handedOn(survey: Survey, evaluator: Evaluator): AnyNode[] {
  if (!mayHoldGlobal(survey, evaluator)) return [];
  return evaluator.scopes.variables.flatMap((variable) => {
    if (variable.defs[0]?.type !== 'Variable') return [];
    if (!pathsOf(evaluator.variable(variable)).includes('')) return [];
    return variable.references
      .filter((reference) => reference.isRead())
      .map(({ identifier }) => identifier)
      .filter((identifier) => usageOf(identifier) === 'value');
  });
}

/** The ways to the global object begin at an object of the host or at a `this` that is it. */
const mayHoldGlobal = (survey: Survey, evaluator: Evaluator): boolean =>
  evaluator.scopes.globals.some(({ identifier: { name } }) => isHostObject(name)) ||
  survey.ofType('ThisExpression').some((node) => pathsOf(evaluator.evaluate(node)).includes(''));

const isHostObject = (name: string): boolean =>
  name !== 'undefined' && intrinsicKind(name) === 'object';

function memberAfter(evaluator: Evaluator, node: AnyNode): string | undefined {
  const member = furtherMember(node);
  return member && propertyKey(evaluator, member)[0];
}
