import type { FutureRead } from '../../../../facts.ts';
import type { PythonEvaluator } from '../../evaluate.ts';
import { childOf, placeOf, type PythonNode } from '../../node.ts';
import type { PythonSurvey } from '../../survey.ts';
import { pathsIn } from '../../value.ts';
import { isAcross, memberCall, positional, textArgument } from './arguments.ts';
import { shortly } from './shortly.ts';
import { isInHandler } from './handlers.ts';
import { isMarket } from './market.ts';
import { meetsBars } from './meets-bars.ts';

const figures =
  /^(?:max|min|mean|std|var|median|quantile|sum|mode|skew|kurt|kurtosis|sem|mad|describe|idxmax|idxmin|argmax|argmin|nlargest|nsmallest)$/;
const functions =
  /^(?:max|min|sum|numpy:(?:nan)?(?:max|min|mean|std|var|median|quantile|percentile|average|amax|amin|argmax|argmin|polyfit)|scipy:stats\.(?:linregress|norm\.fit|theilslopes)|statistics:(?:mean|fmean|stdev|pstdev|median|quantiles))$/;

/** Figures over a whole column that single bars of it are compared with. */
export function wholeSeries(survey: PythonSurvey, evaluator: PythonEvaluator): FutureRead[] {
  return survey.ofKind('call').flatMap((call): FutureRead[] => {
    const column = columnOf(call, evaluator);
    if (column === undefined || isInHandler(call, evaluator)) return [];
    const isRank = memberCall(call, evaluator)?.name === 'rank';
    if (!isRank && !meetsBars(call, evaluator)) return [];
    return [{ how: 'whole series', series: shortly(column), place: placeOf(call) }];
  });
}

function columnOf(call: PythonNode, evaluator: PythonEvaluator): PythonNode | undefined {
  const member = memberCall(call, evaluator);
  const isNamed = /^agg(?:regate)?$/.test(member?.name ?? '');
  const name = isNamed ? textArgument(call, 0, 'func', evaluator) : member?.name;
  const isFigure = name !== undefined && (figures.test(name) || name === 'rank');
  if (member !== undefined && isFigure && !isAcross(call) && isMarket(member.object, evaluator))
    return member.object;
  const callee = childOf(call, 'function');
  const paths = callee ? pathsIn(evaluator.valuesOf(callee)) : [];
  const listed = positional(call);
  // `max(a, b)` is of two figures; what is fitted has its other side beside it.
  const isWhole = paths.some(
    (path) => functions.test(path) && (listed.length === 1 || path.includes(':')),
  );
  if (!isWhole || isAcross(call)) return undefined;
  const isFit = paths.some((path) => /polyfit|linregress|theilslopes/.test(path));
  return listed.slice(0, isFit ? 2 : 1).find((one) => isMarket(one, evaluator));
}
