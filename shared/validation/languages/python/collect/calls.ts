import type { Argument, Call, CodeText, Import, MethodCall } from '../../../facts.ts';
import type { PythonEvaluator } from '../evaluate.ts';
import { childOf, nameOf, namedOf, placeOf, type PythonNode } from '../node.ts';
import type { PythonSurvey } from '../survey.ts';
import { numberIn, pathsIn, textsIn, textsWithin, type Value, type Values } from '../value.ts';
import { usageOf } from './usage.ts';

export interface CollectedCalls {
  readonly calls: Call[];
  readonly methodCalls: MethodCall[];
  readonly imported: Import[];
  readonly codeTexts: CodeText[];
}

const importers =
  /^(?:__import__|importlib:(?:import_module|__import__)|pkgutil:resolve_name)$|(?:__loader__|__spec__\.loader)\.(?:load|exec|create)_module$/;

/** Models that read a formula, in which any call of Python may stand. */
const modelsByFormula = /^statsmodels:(?:formula\.api\.\w+|(?:\w+\.)*from_formula)$/;

/** Calls of the language, of modules, and of members by name where nothing of the text has them. */
export function collectCalls(survey: PythonSurvey, evaluator: PythonEvaluator): CollectedCalls {
  const collected: CollectedCalls = { calls: [], methodCalls: [], imported: [], codeTexts: [] };
  for (const node of survey.ofKind('call')) {
    const callee = childOf(node, 'function');
    if (callee === undefined) continue;
    const values = evaluator.valuesOf(callee);
    const paths = pathsIn(values);
    const place = placeOf(node);
    const { list, named, all } = evaluator.passedTo(node);
    const passed = paths.length === 0 ? [] : all.map(argumentOf);
    for (const path of paths) {
      const { usage } = usageOf(node);
      collected.calls.push({ path, isNew: false, usage, arguments: passed, place });
      if (modelsByFormula.test(path)) {
        for (const text of all.flatMap(textsWithin))
          collected.codeTexts.push({ name: 'formula', text, place });
      }
      if (!importers.test(path)) continue;
      const { texts, isCertain } = textsIn(list[0] ?? named.get('name') ?? []);
      for (const module of texts) collected.imported.push({ module, how: 'dynamic', place });
      if (!isCertain || texts.length === 0) {
        collected.imported.push({ module: undefined, how: 'dynamic', place });
      }
    }
    const names = memberNames(callee, values);
    for (const name of names) collectMethod(name, node, list[0], collected);
    const applies = names.some((name) => appliers.test(name));
    collectNamed(node, paths, applies, all, collected);
  }
  return collected;
}

/** Names of members that are called on what is neither the text's own nor a module. */
export function memberNames(callee: PythonNode, values: Values): readonly string[] {
  const names = new Set<string>();
  for (const value of values) {
    const name = memberName(value);
    if (name !== undefined) names.add(name);
  }
  const written = callee.kind === 'attribute' ? childOf(callee, 'attribute') : undefined;
  const isOpen = values.some(({ kind }) => kind === 'unknown' || kind === 'instance');
  if (written && isOpen) names.add(nameOf(written));
  return [...names];
}

function memberName(value: Value): string | undefined {
  if (value.kind === 'unknown') return value.member;
  if (value.kind !== 'path' || !value.path.includes('()')) return undefined;
  return value.path.slice(Math.max(value.path.lastIndexOf('.'), value.path.lastIndexOf(':')) + 1);
}

/** Methods that are called by a text: `frame.apply('to_csv')`, `methodcaller('to_csv', 'x')(frame)`. */
const appliers = /^(?:apply|agg|aggregate|transform|pipe|map|applymap)$/;

function collectNamed(
  call: PythonNode,
  paths: readonly string[],
  applies: boolean,
  passed: readonly Values[],
  collected: CollectedCalls,
): void {
  if (!applies && !paths.includes('operator:methodcaller')) return;
  const names = applies ? passed.flatMap(textsWithin) : textsIn(passed[0] ?? []).texts;
  const argumentCount = passed.length - 1;
  for (const name of new Set(names)) {
    collected.methodCalls.push({ name, of: undefined, argumentCount, place: placeOf(call) });
    if (name === 'eval' || name === 'query')
      collected.codeTexts.push({ name, text: undefined, place: placeOf(call) });
  }
}

function collectMethod(
  name: string,
  call: PythonNode,
  first: Values | undefined,
  { methodCalls, codeTexts }: CollectedCalls,
): void {
  const argumentCount = namedOf(childOf(call, 'arguments') ?? call).filter(isGiven).length;
  const place = placeOf(call);
  methodCalls.push({ name, of: undefined, argumentCount, place });
  if (name !== 'eval' && name !== 'query') return;
  const { texts, isCertain } = textsIn(first ?? []);
  if (argumentCount === 0) return;
  codeTexts.push({ name, text: isCertain ? texts.join('\n') : undefined, place });
}

/** Options say how, not what or where. */
function isGiven(argument: PythonNode): boolean {
  if (argument.kind !== 'keyword_argument') return argument.kind !== 'none';
  const name = childOf(argument, 'name');
  const isPlace =
    name !== undefined &&
    /^(?:expr|(?:path|buf|path_or_buf|excel_writer|con|fid|fname|name|file))$/.test(nameOf(name));
  return isPlace && childOf(argument, 'value')?.kind !== 'none';
}

function argumentOf(values: Values): Argument {
  const { texts, isCertain } = textsIn(values);
  return {
    text: isCertain && texts.length === 1 ? texts[0] : undefined,
    number: numberIn(values),
    isText: values.every(({ kind }) => kind === 'text'),
    paths: pathsIn(values),
    isNothing: values.length > 0 && values.every((one) => one.kind === 'unknown' && one.isNothing),
    isOwn: values.every(({ kind }) => /^(?:instance|class|function|list|table)$/.test(kind)),
  };
}
