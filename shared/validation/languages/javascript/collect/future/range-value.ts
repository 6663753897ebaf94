import type { AnyNode } from '../../node.ts';
import { amount, larger, minus, number, plus, smaller, type Linear } from './linear.ts';
import type { Series } from './provenance.ts';

/** What a place in a series is counted from. */
export interface Base {
  /**
   * The bar that a strategy is handed; the bar that a list's callback is handed; the bar that a
   * loop stands at, which need not be one that anything is decided for.
   */
  readonly kind: 'current' | 'walk' | 'loop';
  /** The list of which the callback's index is a place. */
  readonly series: Series | undefined;
  /** How far a loop's counter runs, where it turns out to be only a distance. */
  readonly counted: Range | undefined;
  readonly owner: AnyNode | undefined;
}

/** The lowest and highest value that an expression takes while the bar it is counted from stays. */
export interface Range {
  readonly base: Base | undefined;
  readonly low: Linear;
  readonly high: Linear;
}

export const fixed = (value: Linear): Range => ({ base: undefined, low: value, high: value });

export const currentBar: Range = {
  base: { kind: 'current', series: undefined, counted: undefined, owner: undefined },
  low: number(0),
  high: number(0),
};

export const someAmount = (node: AnyNode): Range => fixed(amount(nameFor(node)));

function nameFor(node: AnyNode): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'ThisExpression') return 'this';
  if (node.type === 'MemberExpression' && !node.computed && 'name' in node.property) {
    return node.object.type === 'Super' ? '' : `${nameFor(node.object)}.${node.property.name}`;
  }
  return `#${node.start}`;
}

export const moved = ({ base, low, high }: Range, by: Linear): Range => ({
  base,
  low: plus(low, by),
  high: plus(high, by),
});

/** All that several expressions can be. Where one is a place, a number beside it is no distance from it. */
export function joined(ranges: readonly Range[]): Range {
  const places = ranges.filter(({ base }) => base !== undefined);
  const [first = fixed(number(0)), ...rest] = places.length > 0 ? places : ranges;
  return rest.reduce(
    (all, one) => ({
      base: all.base ?? one.base,
      low: smaller(all.low, one.low),
      high: larger(all.high, one.high),
    }),
    first,
  );
}

/** How far a place in one series lies after the bar that it is counted from. */
export const distanceAfter = ({ base, high }: Range, shift: Linear): Linear =>
  minus(plus(high, shift), base?.series?.shift ?? number(0));

/** A loop's counter as the plain number that it is. */
export const asNumber = (range: Range): Range => {
  const { base } = range;
  if (base?.counted === undefined) return range;
  return {
    base: undefined,
    low: plus(base.counted.low, range.low),
    high: plus(base.counted.high, range.high),
  };
};
