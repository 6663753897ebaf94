import type { Call, RegularExpression } from '../../../facts.ts';
import type { Evaluator } from '../evaluate.ts';
import { enclosingClass, isClass, patternIn, placeOf, type AnyNode, type NodeOf } from '../node.ts';
import { propertyKey } from '../property-key.ts';
import type { Survey } from '../survey.ts';
import { pathsOf, type Values } from '../value.ts';

type CallNode = NodeOf<'CallExpression' | 'NewExpression'>;

/** Methods of texts, and one of patterns, that make a pattern of a text they are given. */
const makingMethods: ReadonlySet<string> = new Set(['match', 'matchAll', 'search', 'compile']);

/** Patterns written as literals, and texts given to `RegExp` or to a method that makes one. */
export function collectRegularExpressions(
  survey: Survey,
  evaluator: Evaluator,
  calls: readonly Call[],
): RegularExpression[] {
  const found: RegularExpression[] = [];
  for (const node of survey.ofType('Literal')) {
    const pattern = patternIn(node);
    if (pattern) found.push({ ...pattern, place: placeOf(node) });
  }
  const nodes: CallNode[] = [...survey.ofType('NewExpression'), ...survey.ofType('CallExpression')];
  for (const node of nodes) {
    if (!makesPattern(evaluator, node)) continue;
    const [patterns = [], flags = []] = evaluator.elements(node.arguments);
    for (const pattern of textsIn(patterns)) {
      found.push({ pattern, flags: textsIn(flags)[0] ?? '', place: placeOf(node) });
    }
  }
  // Through `call`, `apply`, `bind` or `Reflect.construct`.
  for (const call of calls) {
    if (call.path !== 'RegExp') continue;
    const { arguments: args, place } = call;
    const [pattern, flags] = args;
    if (pattern?.text === undefined) continue;
    if (found.some((other) => other.place.line === place.line && other.pattern === pattern.text)) {
      continue;
    }
    found.push({ pattern: pattern.text, flags: flags?.text ?? '', place });
  }
  return found;
}

const textsIn = (values: Values): string[] =>
  values.flatMap((value) =>
    value.kind === 'constant' && typeof value.value === 'string' ? [value.value] : [],
  );

const own = new Set(['self', 'object', 'function', 'module']);

function makesPattern(evaluator: Evaluator, node: CallNode): boolean {
  const { callee } = node;
  if (callee.type === 'Super') return extendsPattern(evaluator, enclosingClass(node));
  const targets = evaluator.evaluate(callee);
  if (pathsOf(targets).includes('RegExp')) return true;
  if (node.type === 'NewExpression') {
    return targets.some(
      (value) => value.kind === 'function' && extendsPattern(evaluator, value.node),
    );
  }
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return false;
  if (!propertyKey(evaluator, callee).some((key) => makingMethods.has(key))) return false;
  return !evaluator.evaluate(callee.object).some(({ kind }) => own.has(kind));
}

function extendsPattern(evaluator: Evaluator, node: AnyNode | undefined): boolean {
  if (node === undefined || !isClass(node) || !node.superClass) return false;
  return pathsOf(evaluator.evaluate(node.superClass)).includes('RegExp');
}
