import type { SharedWrite } from '../../../facts.ts';
import type { PythonEvaluator } from '../evaluate.ts';
import { memberPath } from '../imported-names.ts';
import { namespaceOf } from '../items.ts';
import { childOf, childrenOf, nameOf, namedOf, placeOf, type PythonNode } from '../node.ts';
import type { PythonSurvey } from '../survey.ts';
import { pathsIn, textsIn } from '../value.ts';

/** Switches that a library offers to be set. */
const settings = /^(?:pandas:options\b|numpy:random\b.*\.|decimal:.*\(\)|matplotlib)/;

/** Modules, classes and the language itself changed for everybody: `math.sqrt = …`, `setattr(np, …)`. */
export function collectSharedWrites(
  survey: PythonSurvey,
  evaluator: PythonEvaluator,
): SharedWrite[] {
  const writes: SharedWrite[] = [];
  const add = (path: string, node: PythonNode): void => {
    if (path.includes('()') || settings.test(path)) return;
    writes.push({ path, ofPrototype: false, place: placeOf(node) });
  };
  const targets = survey
    .ofKind('assignment', 'augmented_assignment', 'for_statement', 'delete_statement', 'as_pattern')
    .flatMap((node) =>
      targetsOf(childOf(node, 'left') ?? childOf(node, 'alias') ?? namedOf(node)[0]),
    );
  for (const target of targets) {
    const name = childOf(target, 'attribute');
    const owner = childOf(target, 'object') ?? childOf(target, 'value');
    if (owner === undefined) continue;
    for (const path of pathsIn(evaluator.valuesOf(owner))) {
      if (name !== undefined) add(memberPath(path, nameOf(name)), target);
      else if (namespaceOf(path) !== undefined && !/^(?:globals|locals|vars)\(\)$/.test(path)) {
        const [key] = childrenOf(target, 'subscript').flatMap(
          (one) => textsIn(evaluator.valuesOf(one)).texts,
        );
        add(`${(namespaceOf(path) ?? '').replace(/^\*$/, 'modules:')}${key ?? 'any'}`, target);
      }
    }
  }
  for (const call of survey.ofKind('call')) {
    const callee = childOf(call, 'function');
    const paths = callee ? pathsIn(evaluator.valuesOf(callee)) : [];
    if (
      !paths.some((path) => /^(?:setattr|delattr|(?:object|type)\.__(?:set|del)attr__)$/.test(path))
    )
      continue;
    const [owner = [], name = []] = evaluator.passedTo(call).list;
    for (const path of pathsIn(owner)) add(memberPath(path, textsIn(name).texts[0] ?? 'any'), call);
  }
  return writes;
}

function targetsOf(node: PythonNode | undefined): readonly PythonNode[] {
  if (node === undefined || node.kind === 'identifier') return none;
  if (node.kind === 'attribute' || node.kind === 'subscript') return [node];
  return /pattern|expression_list|tuple|list|as_pattern_target/.test(node.kind)
    ? namedOf(node).flatMap(targetsOf)
    : none;
}

const none: readonly PythonNode[] = [];
