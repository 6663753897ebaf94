import type { Reach } from '../../../facts.ts';
import type { PythonEvaluator } from '../evaluate.ts';
import { mayBeHanded } from '../handed-modules.ts';
import { importedNames, memberPath } from '../imported-names.ts';
import { namespaceOf } from '../items.ts';
import { childOf, nameOf, namedOf, placeOf, type PythonNode } from '../node.ts';
import { isNoVariable } from '../scope.ts';
import type { PythonSurvey } from '../survey.ts';
import { pathsIn, type Values } from '../value.ts';
import { usageOf } from './usage.ts';

/** Calls that hand out what a text names. */
const finders =
  /^(?:getattr|__import__|importlib:|operator:|functools:reduce|object\.__getattribute__|type\.__getattribute__|inspect:getattr_static)/;

/** Everything of the language and of modules, where it is first laid hands on. */
export function collectReaches(survey: PythonSurvey, evaluator: PythonEvaluator): Reach[] {
  const reaches: Reach[] = [];
  const add = (node: PythonNode, paths: readonly string[]): void => {
    if (paths.length === 0) return;
    const { usage, member } = usageOf(node);
    for (const path of paths.length === 1 ? paths : new Set(paths)) {
      reaches.push({ path, usage, member, place: placeOf(node) });
    }
  };
  for (const node of survey.ofKind('identifier')) {
    if (node.isBound || isNoVariable(node)) continue;
    if (evaluator.isAlias(node)) continue;
    add(node, pathsIn(evaluator.valuesOf(node)));
  }
  for (const node of survey.ofKind('attribute')) {
    const [object, name] = [childOf(node, 'object'), childOf(node, 'attribute')];
    if (object === undefined || name === undefined) continue;
    const owners = ownersIn(evaluator.valuesOf(object), evaluator);
    add(
      node,
      owners.map((owner) => memberPath(owner, nameOf(name))),
    );
  }
  for (const node of survey.ofKind('dotted_name')) add(node, pathsOfPattern(node, evaluator));
  for (const node of survey.ofKind('keyword_pattern')) add(node, pathsOfKeyword(node, evaluator));
  for (const node of survey.ofKind('subscript')) {
    const owner = childOf(node, 'value');
    const isNamespace = (path: string): boolean => namespaceOf(path) !== undefined;
    if (owner && pathsIn(evaluator.valuesOf(owner)).some(isNamespace)) {
      add(node, pathsIn(evaluator.valuesOf(node)));
    }
  }
  for (const node of survey.ofKind('call')) {
    const callee = childOf(node, 'function');
    if (callee === undefined) continue;
    const isFinder = evaluator
      .valuesOf(callee)
      .some(
        (value) => value.kind === 'getter' || (value.kind === 'path' && finders.test(value.path)),
      );
    if (isFinder)
      add(
        node,
        pathsIn(evaluator.valuesOf(node)).filter((path) => !path.endsWith('()')),
      );
  }
  for (const statement of survey.ofKind('import_statement', 'import_from_statement')) {
    for (const { path, node } of importedNames(statement)) {
      if (path !== undefined && !path.endsWith(':')) add(node, [path]);
    }
  }
  return reaches;
}

/** Whose member something may be: a module that the text hands on is anything unknown. */
function ownersIn(values: Values, { handedModules }: PythonEvaluator): readonly string[] {
  const paths = pathsIn(values);
  return handedModules.length > 0 && values.some(mayBeHanded)
    ? [...paths, ...handedModules]
    : paths;
}

/** `case object(io=object(common=x))`: a member of what is matched, and a member of that. */
function pathsOfKeyword(node: PythonNode, evaluator: PythonEvaluator): string[] {
  const names: string[] = [];
  let at: PythonNode | undefined = node;
  for (; at !== undefined && at.kind !== 'match_statement'; at = at.parent) {
    const [name] = at.kind === 'keyword_pattern' ? namedOf(at) : [];
    if (name !== undefined) names.unshift(nameOf(name));
  }
  const subject = at && childOf(at, 'subject');
  if (subject === undefined) return [];
  return ownersIn(evaluator.valuesOf(subject), evaluator).map((owner) =>
    names.reduce(memberPath, owner),
  );
}

/** `case os.system():` names members without being one. */
function pathsOfPattern(node: PythonNode, evaluator: PythonEvaluator): string[] {
  const [first, ...members] = namedOf(node);
  if (first === undefined || members.length === 0 || isNoVariable(first)) return [];
  return pathsIn(evaluator.valuesOf(first)).map((path) =>
    members.reduce((at, member) => memberPath(at, nameOf(member)), path),
  );
}
