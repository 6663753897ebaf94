import type { CodeText } from '../../../facts.ts';
import type { PythonEvaluator } from '../evaluate.ts';
import { childOf, enclosing, placeOf, textOf, type PythonNode } from '../node.ts';
import type { PythonSurvey } from '../survey.ts';
import { textsIn } from '../value.ts';

const types: ReadonlySet<string> = new Set(['type']);

/** Quoted types that call something: whoever asks for a function's types runs them. */
export function collectAnnotations(survey: PythonSurvey, evaluator: PythonEvaluator): CodeText[] {
  if (survey.ofKind('type').length === 0) return [];
  return survey.ofKind('string', 'concatenated_string').flatMap((node): CodeText[] => {
    if (enclosing(node, types) === undefined || isMeantAsText(node)) return [];
    const { texts, isCertain } = textsIn(evaluator.valuesOf(node));
    const runs = !isCertain || texts.some((text) => /[(@]|__|\blambda\b|:=/.test(text));
    return runs ? [{ name: 'annotation', text: texts[0], place: placeOf(node) }] : [];
  });
}

/** `Literal['buy (all)']`, `Annotated[float, 'in % (of cash)']`. */
function isMeantAsText(node: PythonNode): boolean {
  for (let at = node.parent; at !== undefined && at.kind !== 'assignment'; at = at.parent) {
    const owner = at.kind === 'subscript' ? childOf(at, 'value') : at.children[0];
    const isGeneric = at.kind === 'subscript' || at.kind === 'generic_type';
    if (isGeneric && owner && /(?:^|\.)(?:Literal|Annotated)$/.test(textOf(owner))) return true;
  }
  return false;
}
