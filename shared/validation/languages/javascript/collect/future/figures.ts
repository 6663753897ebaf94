import { isFunction, type AnyNode, type NodeOf } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { pathsOf } from '../../value.ts';
import { memberName } from './member-name.ts';
import { isSetAgainstBars } from './end-reads.ts';
import type { Market } from './market.ts';
import { momentsAround } from './moment.ts';
import type { Series } from './provenance.ts';
import { resultsOf } from './result-of.ts';
import { isResultForEach } from './walks.ts';

const statistics =
  /^(?:mean|average|avg|sum|max|min|maximum|minimum|median|std|stdev|stddev|deviation|variance|percentile|quantile|zscore|normali[sz]e|standardi[sz]e|scale|rank)$/i;
const ofLists = /^(?:reduce|filter|some|every|find|findLast|findIndex|indexOf|includes)$/;

/** The series that a call makes a figure of, where bars of it are then judged by that figure. */
export function figureOfWhole(market: Market, node: NodeOf<'CallExpression'>): Series | undefined {
  const series = summarised(market, node);
  if (series === undefined || series.isVague) return undefined;
  const isJudging = isSetAgainstBars(market, node, series) || isRankForEach(market, node, series);
  return isJudging ? series : undefined;
}

/** `closes.map((c) => closes.filter((x) => x < c).length / closes.length)` */
function isRankForEach(market: Market, node: NodeOf<'CallExpression'>, series: Series): boolean {
  const isOfElements =
    node.callee.type === 'MemberExpression' &&
    ofLists.test(propertyKey(market.evaluator, node.callee)[0] ?? '');
  if (!isOfElements || !isResultForEach(market, node)) return false;
  return [...momentsAround(node)].some((moment) => market.walked(moment)?.root === series.root);
}

/** `Math.max(...closes)`, `mean(closes)`, `closes.reduce(…)`: the series that a call sums up. */
function summarised(market: Market, node: NodeOf<'CallExpression'>): Series | undefined {
  const { callee } = node;
  if (callee.type === 'Super') return undefined;
  const isMember = callee.type === 'MemberExpression' && callee.object.type !== 'Super';
  const [name = ''] = isMember ? propertyKey(market.evaluator, callee) : [];
  if (isMember && ofLists.test(name)) {
    const series = market.series(callee.object);
    return series && isOfAll(market, node, name) ? series : undefined;
  }
  const [path = ''] = pathsOf(market.evaluator.evaluate(callee));
  if (path === 'Math.max' || path === 'Math.min') return spreadSeries(market, node);
  if (isMember && name === 'apply') return market.series(node.arguments[1] ?? node);
  return givenSeries(
    market,
    node,
    isMember ? name : callee.type === 'Identifier' ? callee.name : '',
  );
}

function spreadSeries(
  market: Market,
  { arguments: args }: NodeOf<'CallExpression'>,
): Series | undefined {
  for (const argument of args) {
    const series = argument.type === 'SpreadElement' ? market.series(argument.argument) : undefined;
    if (series !== undefined) return series;
  }
  return undefined;
}

/** `mean(closes)` of a library, or a function of the text that makes one figure of a list. */
function givenSeries(
  market: Market,
  node: NodeOf<'CallExpression'>,
  name: string,
): Series | undefined {
  const [first, ...others] = node.arguments;
  if (first === undefined) return undefined;
  // A function that is told the place as well need not look at all of it.
  if (others.length > 0 && !statistics.test(name)) return undefined;
  const functions = market.sites.functionsAt(node.callee);
  if (functions.length === 0 && !statistics.test(name)) return undefined;
  const series = market.series(first);
  if (series === undefined || series.isVague) return undefined;
  if (others.some((other) => market.range(other).base !== undefined)) return undefined;
  const isFigure = functions.every((called) =>
    resultsOf(called).every((one) => isNoList(market, one)),
  );
  return isFigure ? series : undefined;
}

const isNoList = (market: Market, node: AnyNode): boolean =>
  market.of(node) === undefined && node.type !== 'ArrayExpression';

/** It looks at all elements: a test of their place or time may leave the later ones out. */
function isOfAll(market: Market, node: NodeOf<'CallExpression'>, method: string): boolean {
  const [callback] = node.arguments;
  if (method === 'indexOf' || method === 'includes') return true;
  if (callback === undefined || !isFunction(callback)) return method === 'reduce';
  // `reduce((list, x) => [...list, …], [])` makes a list.
  if (method === 'reduce') return node.arguments[1]?.type !== 'ArrayExpression';
  if (callback.params.length > 1) return false;
  // Only inside another walk is it certain that one bar is held against all others.
  const walks = [...momentsAround(node)].some((moment) => market.walked(moment) !== undefined);
  return walks && !/\b(?:time|date|timestamp|index)\b/.test(namesIn(callback.body));
}

function namesIn(node: AnyNode): string {
  if (node.type === 'MemberExpression') {
    return `${node.object.type === 'Super' ? '' : namesIn(node.object)} ${memberName(node)}`;
  }
  if (node.type === 'BinaryExpression' || node.type === 'LogicalExpression') {
    return `${namesIn(node.left)} ${namesIn(node.right)}`;
  }
  return node.type === 'Identifier' ? node.name : '';
}
