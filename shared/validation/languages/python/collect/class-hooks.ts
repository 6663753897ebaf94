import type { ClassHook } from '../../../facts.ts';
import type { PythonEvaluator } from '../evaluate.ts';
import { childOf, nameOf, namedOf, placeOf } from '../node.ts';
import type { PythonSurvey } from '../survey.ts';
import { pathsIn } from '../value.ts';

const plain = /^(?:type|abc:ABCMeta|enum:(?:EnumMeta|EnumType))$/;

/** Names of members that classes declare, and metaclasses that are not the library's own. */
export function collectClassHooks(survey: PythonSurvey, evaluator: PythonEvaluator): ClassHook[] {
  return survey.ofKind('class_definition').flatMap((node): ClassHook[] => {
    const members = [...evaluator.scopes.of(node).variables.values()].flatMap(
      ({ name, bindings: [first] }) =>
        first === undefined ? [] : [{ name, place: placeOf(first.at) }],
    );
    const metaclasses = namedOf(childOf(node, 'superclasses') ?? node).flatMap((argument) => {
      const [name, value] = [childOf(argument, 'name'), childOf(argument, 'value')];
      if (argument.kind !== 'keyword_argument' || !name || !value) return [];
      const paths = pathsIn(evaluator.valuesOf(value));
      const isPlain = paths.length > 0 && paths.every((path) => plain.test(path));
      return nameOf(name) !== 'metaclass' || isPlain
        ? []
        : [{ name: 'metaclass', place: placeOf(argument) }];
    });
    return [...members.filter(({ name }) => /^__\w+__$/.test(name)), ...metaclasses];
  });
}
