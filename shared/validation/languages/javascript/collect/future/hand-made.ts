import { parentOf, type AnyNode } from '../../node.ts';
import { isForOneBar, isHeldAgainstBars, isHeldAt } from './end-reads.ts';
import type { Market } from './market.ts';
import { momentsAround, walksAll } from './moment.ts';
import { isPastName } from './names.ts';
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
      const reads = variable.references
        .filter((one) => one.isRead())
        .map(({ identifier }) => identifier as unknown as AnyNode);
      if (isJudgedBy(market, reads, figure))
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
    if (series !== undefined && !series.isPlainTable && !isPastName(series.name)) {
      return { step, walk: moment, series };
    }
  }
  return undefined;
}

function isJudgedBy(
  market: Market,
  reads: readonly AnyNode[],
  { walk, series }: Accumulation,
): boolean {
  return reads.some((read) => {
    if (walk.start <= read.start && read.end <= walk.end) return false;
    if (read.start < walk.start) return false;
    return (
      isForOneBar(market, read, series) ||
      isHeldAt(market, read, series) ||
      isHeldAgainstBars(market, read, series)
    );
  });
}
