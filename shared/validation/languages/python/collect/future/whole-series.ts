import type { FutureRead } from '../../../../facts.ts';
import type { PythonEvaluator } from '../../evaluate.ts';
import { childOf, nameOf, placeOf, type PythonNode } from '../../node.ts';
import type { Variable } from '../../scope.ts';
import type { PythonSurvey } from '../../survey.ts';
import { pathsIn } from '../../value.ts';
import { isAcross, memberCall, positional } from './arguments.ts';
import { shortly } from './calls-ahead.ts';
import { isInHandler } from './handlers.ts';
import { isMarket } from './market.ts';

const figures =
  /^(?:max|min|mean|std|var|median|quantile|sum|mode|skew|kurt|kurtosis|sem|mad|describe)$/;
const functions =
  /^(?:max|min|sum|numpy:(?:nan)?(?:max|min|mean|std|var|median|quantile|percentile|average|amax|amin)|statistics:(?:mean|fmean|stdev|pstdev|median|quantiles))$/;

/** Figures over a whole column that single bars of it are compared with. */
export function wholeSeries(survey: PythonSurvey, evaluator: PythonEvaluator): FutureRead[] {
  return survey.ofKind('call').flatMap((call): FutureRead[] => {
    const column = columnOf(call, evaluator);
    if (column === undefined || isInHandler(call, evaluator)) return [];
    const isRank = memberCall(call, evaluator)?.name === 'rank';
    if (!isRank && !meetsBars(call, evaluator, new Set())) return [];
    return [{ how: 'whole series', series: shortly(column), place: placeOf(call) }];
  });
}

function columnOf(call: PythonNode, evaluator: PythonEvaluator): PythonNode | undefined {
  const member = memberCall(call, evaluator);
  const isFigure = member !== undefined && (figures.test(member.name) || member.name === 'rank');
  if (isFigure && !isAcross(call) && isMarket(member.object, evaluator)) return member.object;
  const callee = childOf(call, 'function');
  const paths = callee ? pathsIn(evaluator.valuesOf(callee)) : [];
  const [column, second] = positional(call);
  const isWhole = paths.some(
    (path) => functions.test(path) && (second === undefined || path.includes(':')),
  );
  return isWhole && column && !isAcross(call) && isMarket(column, evaluator) ? column : undefined;
}

/** Whether a figure, or the variable that keeps it, is reckoned with bars of the market. */
function meetsBars(node: PythonNode, evaluator: PythonEvaluator, seen: Set<Variable>): boolean {
  const { parent } = node;
  node.text.spend(1);
  if (parent === undefined) return false;
  if (parent.kind === 'binary_operator' || parent.kind === 'comparison_operator') {
    const others = parent.children.filter((one) => one !== node && one.isNamed);
    return others.some((one) => isMarket(one, evaluator)) || meetsBars(parent, evaluator, seen);
  }
  if (/^(?:parenthesized_expression|unary_operator|conditional_expression)$/.test(parent.kind)) {
    return meetsBars(parent, evaluator, seen);
  }
  if (parent.kind === 'argument_list' || parent.kind === 'keyword_argument') {
    const call = parent.kind === 'argument_list' ? parent.parent : parent.parent?.parent;
    const member = call && memberCall(call, evaluator);
    const takes = /^(?:fillna|clip|sub|div|add|mul|gt|lt|ge|le|where|mask|divide|subtract)$/;
    return member !== undefined && takes.test(member.name) && isMarket(member.object, evaluator);
  }
  const target = parent.kind === 'assignment' ? childOf(parent, 'left') : undefined;
  if (target?.kind !== 'identifier') return false;
  const variable = evaluator.variableOf(target);
  if (variable === undefined || seen.has(variable)) return false;
  seen.add(variable);
  return evaluator
    .readsOf(nameOf(target))
    .some((read) => evaluator.variableOf(read) === variable && meetsBars(read, evaluator, seen));
}
