import type { Variable } from '../../scopes/scope.ts';
import { parentOf, type AnyNode } from '../../node.ts';
import { isForOneBar, isHeldAgainstBars, isHeldAt } from './end-reads.ts';
import type { Market } from './market.ts';
import { momentsAround, walksAll } from './moment.ts';
import type { Series } from './provenance.ts';

/** A sum, a maximum or a count that a loop over the whole series works out by hand. */
export interface HandMade {
  readonly node: AnyNode;
  readonly series: Series;
}

/** Figures that loops accumulate in a name, where bars are then judged by that name. */
export function handMadeFigures(market: Market): HandMade[] {
  const found = new Map<Variable, HandMade>();
  const look = (step: AnyNode, target: AnyNode): void => {
    if (target.type !== 'Identifier') return;
    const variable = market.evaluator.scopes.variableOf(target);
    const [definition] = variable?.defs ?? [];
    if (variable === undefined || definition?.type !== 'Variable' || found.has(variable)) return;
    const figure = accumulated(market, step, definition.node);
    if (figure === undefined) return;
    if (!isJudgedBy(market, readsAfter(variable, figure.walk), figure.series)) return;
    found.set(variable, { node: step, series: figure.series });
  };
  for (const node of market.survey.ofType('AssignmentExpression')) look(node, node.left);
  for (const node of market.survey.ofType('UpdateExpression')) look(node, node.argument);
  return [...found.values()];
}

interface Accumulation {
  readonly walk: AnyNode;
  readonly series: Series;
}

/** The walk over a whole series that repeats a step. */
function accumulated(market: Market, step: AnyNode, declared: AnyNode): Accumulation | undefined {
  for (const moment of momentsAround(step)) {
    if (moment.start <= declared.start && declared.end <= moment.end) return undefined;
    const series = walksAll(market, moment) ? market.walked(moment) : undefined;
    if (series !== undefined && !series.isVague) {
      return { walk: moment, series };
    }
  }
  return undefined;
}

/** Where the figure is read when it is complete, before the name is given something else. */
function readsAfter({ references }: Variable, walk: AnyNode): AnyNode[] {
  const after = references
    .map((reference) => ({ reference, node: reference.identifier }))
    .filter(({ node }) => node.start >= walk.end);
  const renewed = after.find(
    ({ reference, node }) =>
      reference.isWrite() && !reference.isRead() && parentOf(node)?.type === 'AssignmentExpression',
  );
  return after
    .filter(
      ({ reference, node }) => reference.isRead() && !(renewed && node.start > renewed.node.start),
    )
    .map(({ node }) => node);
}

const isJudgedBy = (market: Market, reads: readonly AnyNode[], series: Series): boolean =>
  reads.some(
    (read) =>
      isForOneBar(market, read, series) ||
      isHeldAt(market, read, series) ||
      isHeldAgainstBars(market, read, series),
  );
