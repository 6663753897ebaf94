import type { Variable } from '../../scopes/scope.ts';
import { isFunction, parentOf, type AnyNode, type FunctionLike, type NodeOf } from '../../node.ts';
import { indexParameter } from './call-sites.ts';
import { stepsOf } from './counter.ts';
import { endless, knownNumber, number, plus } from './linear.ts';
import { single } from '../../value.ts';
import type { Market } from './market.ts';
import { contains, isLoop, momentsAround } from './moment.ts';
import { isIndexName } from './names.ts';
import { joined, someAmount, type Range } from './range-value.ts';
import { Remembered } from '../../remembered.ts';

/** The range of a parameter that stands for a place: by its calls, by who calls it back, by its name. */
export function ofParameterIndex(
  market: Market,
  variable: Variable,
  read: NodeOf<'Identifier'>,
  depth: number,
): Range | undefined {
  const [definition] = variable.defs;
  if (definition === undefined || !isFunction(definition.node)) return undefined;
  const { node: owner, name } = definition;
  const parameter = parentOf(name)?.type === 'AssignmentPattern' ? parentOf(name) : name;
  const place = owner.params.indexOf(parameter as never);
  if (place < 0)
    return isIndexName(variable.name) ? startingAt(market, owner, 'current') : undefined;
  let given = ranges.get(name);
  if (!ranges.has(name)) {
    // Functions may hand a place on to each other in a circle.
    ranges.set(name, undefined);
    ranges.set(name, (given = byCalls(market, owner, place, depth)));
  }
  if (given === 'not a bar') return someAmount(read);
  const start =
    given ?? (isIndexName(variable.name) ? startingAt(market, owner, 'current') : undefined);
  return start && afterSteps(start, variable, read);
}

const startingAt = (market: Market, owner: FunctionLike, kind: 'current' | 'walk'): Range => ({
  base: {
    kind,
    series: kind === 'walk' ? market.walked(owner) : undefined,
    counted: undefined,
    owner,
  },
  low: number(0),
  high: number(0),
});

const ranges = new Remembered<AnyNode, Range | 'not a bar' | undefined>();

function byCalls(
  market: Market,
  owner: FunctionLike,
  place: number,
  depth: number,
): Range | 'not a bar' | undefined {
  const found: Range[] = [];
  for (const { node, arguments: args, walked, method } of market.sites.of(owner)) {
    // What a function calls itself with tells how it goes on, not where it begins.
    if (contains(owner, node)) continue;
    if (walked !== undefined) {
      if (place !== indexParameter(method)) continue;
      const list = market.of(walked);
      const isSettings = list !== 'past' && list?.isTable === true && list.isVague;
      if (list === 'past' || isSettings) return placesOf(market, walked) ?? 'not a bar';
      return startingAt(market, owner, 'walk');
    }
    const argument = args?.[place];
    if (argument === undefined || depth > 6) continue;
    const range = market.range(argument, depth + 2);
    if (range.base !== undefined || knownNumber(range.low) !== undefined) found.push(range);
  }
  return found.length > 0 ? joined(found) : undefined;
}

/** The places in a list that the text writes out, `[1, 4, 6, 4, 1]`: only distances. */
function placesOf(market: Market, walked: AnyNode): Range | undefined {
  const list = single(market.evaluator.evaluate(walked));
  if (list?.kind !== 'array' || list.elements.length === 0) return undefined;
  return { base: undefined, low: number(0), high: number(list.elements.length - 1) };
}

/** `bars[i++]`, then `bars[i]`. */
function afterSteps(start: Range, variable: Variable, read: AnyNode): Range {
  let range = start;
  for (const { node, isUp } of stepsOf(variable)) {
    if (isUp === undefined || node.start >= read.start || contains(node, read)) continue;
    const isRepeated = [...momentsAround(node)].some((one) => isLoop(one) && !contains(one, read));
    const by = isRepeated ? endless : number(1);
    range = isUp
      ? { ...range, low: isRepeated ? range.low : plus(range.low, by), high: plus(range.high, by) }
      : {
          ...range,
          low: plus(range.low, by, -1),
          high: isRepeated ? range.high : plus(range.high, by, -1),
        };
  }
  return range;
}
