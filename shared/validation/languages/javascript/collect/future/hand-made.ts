import type { Variable } from 'eslint-scope';
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
  const found: HandMade[] = [];
  for (const variable of market.evaluator.scopes.variables) {
    const [definition] = variable.defs;
    if (definition?.type !== 'Variable') continue;
    const declared = definition.node as unknown as AnyNode;
    for (const reference of variable.references) {
      if (!reference.isWrite() || reference.init === true) continue;
      const use = reference.identifier as unknown as AnyNode;
      const figure = accumulated(market, use, declared);
      if (figure === undefined) continue;
      if (!isJudgedBy(market, readsAfter(variable, figure.walk), figure.series)) continue;
      found.push({ node: figure.step, series: figure.series });
      break;
    }
  }
  return found;
}

interface Accumulation {
  readonly step: AnyNode;
  readonly walk: AnyNode;
  readonly series: Series;
}

/** The assignment, and the walk over a whole series that repeats it. */
function accumulated(market: Market, use: AnyNode, declared: AnyNode): Accumulation | undefined {
  const step = parentOf(use);
  if (step?.type !== 'AssignmentExpression' && step?.type !== 'UpdateExpression') return undefined;
  for (const moment of momentsAround(use)) {
    if (moment.start <= declared.start && declared.end <= moment.end) return undefined;
    const series = walksAll(market, moment) ? market.walked(moment) : undefined;
    if (series !== undefined && !series.isVague) {
      return { step, walk: moment, series };
    }
  }
  return undefined;
}

/** Where the figure is read when it is complete, before the name is given something else. */
function readsAfter({ references }: Variable, walk: AnyNode): AnyNode[] {
  const after = references
    .map((reference) => ({ reference, node: reference.identifier as unknown as AnyNode }))
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
