import type { RegularExpression } from '../../../facts.ts';
import type { Evaluator } from '../evaluate.ts';
import { placeOf } from '../node.ts';
import type { Survey } from '../survey.ts';
import { pathsOf, textsOf } from '../value.ts';

/** Patterns written as literals, and texts given to `RegExp`. */
export function collectRegularExpressions(
  survey: Survey,
  evaluator: Evaluator,
): RegularExpression[] {
  const found: RegularExpression[] = [];
  for (const node of survey.ofType('Literal')) {
    if ('regex' in node && node.regex) {
      found.push({ pattern: node.regex.pattern, place: placeOf(node) });
    }
  }
  for (const node of [...survey.ofType('NewExpression'), ...survey.ofType('CallExpression')]) {
    if (!pathsOf(evaluator.evaluate(node.callee)).includes('RegExp')) continue;
    for (const pattern of textsOf(evaluator.evaluate(node.arguments[0]))) {
      found.push({ pattern, place: placeOf(node) });
    }
  }
  return found;
}
