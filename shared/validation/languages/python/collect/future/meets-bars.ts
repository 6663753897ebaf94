import type { PythonEvaluator } from '../../evaluate.ts';
import { bare, childOf, childrenOf, nameOf, namedOf, textOf, type PythonNode } from '../../node.ts';
import { textsIn } from '../../value.ts';
import type { Variable } from '../../scope.ts';
import { memberCall } from './arguments.ts';
import { isMarket } from './market.ts';
import { spend } from '../../../work.ts';

const takesBars =
  /^(?:fillna|clip|sub|div|add|mul|gt|lt|ge|le|eq|ne|where|mask|divide|subtract|truediv)$/;

/** Whether a figure, or the variable that keeps it, is reckoned with bars of the market. */
export function meetsBars(
  node: PythonNode,
  evaluator: PythonEvaluator,
  seen: Set<Variable> = new Set(),
): boolean {
  const { parent } = node;
  spend(1);
  if (parent === undefined) return false;
  if (parent.kind === 'binary_operator' || parent.kind === 'comparison_operator') {
    if (isFilter(parent) || isReduced(parent)) return false;
    const others = parent.children.filter((one) => one !== node && one.isNamed);
    return others.some((one) => isPerBar(one, evaluator)) || meetsBars(parent, evaluator, seen);
  }
  if (/^(?:parenthesized_expression|unary_operator|conditional_expression)$/.test(parent.kind)) {
    return meetsBars(parent, evaluator, seen);
  }
  if (parent.kind === 'argument_list' || parent.kind === 'keyword_argument') {
    const call = parent.kind === 'argument_list' ? parent.parent : parent.parent?.parent;
    const member = call && memberCall(call, evaluator);
    return (
      member !== undefined && takesBars.test(member.name) && isPerBar(member.object, evaluator)
    );
  }
  if (parent.kind === 'subscript' && node.field === 'value' && isOfText(parent, evaluator)) {
    return meetsBars(parent, evaluator, seen);
  }
  return keptNames(node).some((name) => readsMeetBars(name, evaluator, seen));
}

/** `close.describe()['75%']`: one of several figures. */
function isOfText(subscript: PythonNode, evaluator: PythonEvaluator): boolean {
  const [key, more] = childrenOf(subscript, 'subscript');
  return (
    key !== undefined && more === undefined && textsIn(evaluator.valuesOf(key)).texts.length > 0
  );
}

/** `returns[returns < low]`: bars are picked, and lose their places; a write to them does not. */
function isFilter(node: PythonNode): boolean {
  let at = node;
  while (/operator$|^parenthesized_expression$/.test(at.parent?.kind ?? '')) at = at.parent ?? at;
  const { parent, field } = at;
  const isKey = parent?.kind === 'subscript' && field === 'subscript';
  return isKey && !(parent.field === 'left' && /assignment$/.test(parent.parent?.kind ?? ''));
}

const reducers =
  /^(?:sum|mean|std|var|any|all|count|median|max|min|quantile|describe|value_counts)$/;

/** `(close > close.mean()).sum()`, `z.iloc[-1]`: one figure of all, which no bar before is judged by. */
function isReduced(node: PythonNode): boolean {
  let at = node;
  while (/operator$|^parenthesized_expression$/.test(at.parent?.kind ?? '')) at = at.parent ?? at;
  for (let up = at.parent; up !== undefined; at = up, up = up.parent) {
    if (up.kind === 'attribute') {
      const name = nameOf(childOf(up, 'attribute') ?? up);
      if (windows.test(name) || /^(?:groupby|resample)$/.test(name)) return false;
      if (reducers.test(name) && up.parent?.kind === 'call') return true;
    } else if (up.kind === 'subscript') {
      const [key] = childrenOf(up, 'subscript');
      return (
        /\.(?:iloc|iat|values)$/.test(textOf(at)) &&
        key !== undefined &&
        /^-\s*1$/.test(textOf(key))
      );
    } else if (up.kind !== 'call' || at.field !== 'function') return false;
  }
  return false;
}

/** The variables that keep a figure: `m = x`, `m, s = x, y`, `slope, level = fit(x)`. */
function keptNames(node: PythonNode): PythonNode[] {
  const listed = node.parent?.kind === 'expression_list' ? node.parent : undefined;
  const { parent } = listed ?? node;
  const target = parent?.kind === 'assignment' ? childOf(parent, 'left') : undefined;
  if (target === undefined) return [];
  if (target.kind === 'identifier') return listed ? [] : [target];
  const parts = namedOf(target);
  const kept = listed ? parts.slice(namedOf(listed).indexOf(node)).slice(0, 1) : parts;
  return kept.filter(({ kind }) => kind === 'identifier');
}

function readsMeetBars(name: PythonNode, evaluator: PythonEvaluator, seen: Set<Variable>): boolean {
  const variable = evaluator.variableOf(name);
  if (variable === undefined || seen.has(variable)) return false;
  seen.add(variable);
  return evaluator
    .readsOf(nameOf(name))
    .some((read) => evaluator.variableOf(read) === variable && meetsBars(read, evaluator, seen));
}

const steps = /^(?:shift|cumsum|cummax|cummin|cumprod|cumcount|rank|clip|round)$/;
const windows = /^(?:rolling|expanding|ewm)$/;
const figuresOfWindows = /^(?:mean|std|var|max|min|sum|median|quantile|apply)$/;

const deepest = 12;

/** A column, its times, or what was worked out from it bar by bar. */
function isPerBar(node: PythonNode, evaluator: PythonEvaluator, depth = 0): boolean {
  const at = bare(node);
  if (isMarket(at, evaluator)) return true;
  if (depth > deepest) return false;
  const inner = (part: PythonNode | undefined): boolean =>
    part !== undefined && isPerBar(part, evaluator, depth + 1);
  if (at.kind === 'attribute') {
    const name = childOf(at, 'attribute');
    return name !== undefined && nameOf(name) === 'index' && inner(childOf(at, 'object'));
  }
  const member = at.kind === 'call' ? memberCall(at, evaluator) : undefined;
  if (member === undefined) return false;
  if (steps.test(member.name)) return inner(member.object);
  const window = figuresOfWindows.test(member.name)
    ? memberCall(member.object, evaluator)
    : undefined;
  return window !== undefined && windows.test(window.name) && inner(window.object);
}
