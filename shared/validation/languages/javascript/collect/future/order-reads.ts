import { isClass, type AnyNode, type FunctionLike, type NodeOf } from '../../node.ts';
import { asksChance } from '../chance.ts';
import { isIndexed, memberName } from './member-name.ts';
import type { Market } from './market.ts';
import { lastName } from './of-member.ts';
import { initOf } from './moment.ts';
import { isBarsName, isSeriesName, isTimeName } from './names.ts';
import type { Series } from './provenance.ts';
import { resultsOf } from './result-of.ts';

type Call = NodeOf<'CallExpression'>;

/** `bars.reverse()`, `bars.sort(byOutcome)`, `bars.filter(() => chance)`: time is out of order, or has holes by chance. */
export function isReordering(
  market: Market,
  { arguments: [callback] }: Call,
  series: Series,
  method: string,
): boolean {
  // What a loop puts together may be turned round before it is used.
  if (series.isVague || !isSeriesName(series.name)) return false;
  switch (method) {
    case 'reverse':
    case 'toReversed':
      return true;
    case 'sort':
    case 'toSorted':
      return (
        callback !== undefined &&
        (isByChance(market, callback) || (isOfBars(series) && comparesOutcome(market, callback)))
      );
    case 'filter':
      return callback !== undefined && isOfBars(series) && isByChance(market, callback);
    default:
      return false;
  }
}

const isOfBars = ({ name, root }: Series): boolean =>
  isBarsName(name) || (typeof root === 'object' && 'name' in root && isBarsName(String(root.name)));

function functionAt(market: Market, node: AnyNode): FunctionLike | undefined {
  for (const value of market.evaluator.evaluate(node)) {
    if (value.kind === 'function' && !isClass(value.node)) return value.node;
  }
  return undefined;
}

function isByChance(market: Market, callback: AnyNode): boolean {
  const called = functionAt(market, callback);
  return (
    called !== undefined && resultsOf(called).some((part) => asksChance(market.evaluator, part))
  );
}

/** `(a, b) => b.close - a.close`: by the outcome; by time is the order it has anyway. */
function comparesOutcome(market: Market, callback: AnyNode): boolean {
  const comparator = functionAt(market, callback);
  if (comparator === undefined) return false;
  return resultsOf(comparator).some((part) => takesOutcome(market, part, 0));
}

function takesOutcome(market: Market, node: AnyNode, depth: number): boolean {
  if (depth > 6) return false;
  const ask = (part: AnyNode): boolean => takesOutcome(market, part, depth + 1);
  switch (node.type) {
    case 'MemberExpression':
      return node.object.type === 'Identifier' && !isIndexed(node) && !isTimeName(memberName(node));
    case 'BinaryExpression':
      return (node.left.type !== 'PrivateIdentifier' && ask(node.left)) || ask(node.right);
    case 'LogicalExpression':
      return ask(node.left);
    case 'ConditionalExpression':
      return ask(node.test);
    case 'UnaryExpression':
      return ask(node.argument);
    case 'CallExpression': {
      const called = market.sites.functionsAt(node.callee);
      return called.some((one) => resultsOf(one).some(ask)) || node.arguments.some(ask);
    }
    default:
      return false;
  }
}

/** Swaps with a place that chance picked: `[bars[i], bars[j]] = [bars[j], bars[i]]`. */
export function shuffles(market: Market): { readonly node: AnyNode; readonly series: Series }[] {
  const found: { node: AnyNode; series: Series }[] = [];
  for (const node of market.survey.ofType('AssignmentExpression')) {
    const targets = node.left.type === 'ArrayPattern' ? node.left.elements : [node.left];
    for (const target of targets) {
      if (target?.type !== 'MemberExpression' || !target.computed) continue;
      if (target.object.type === 'Super' || !isOfChance(market, target.property)) continue;
      const series = market.series(target.object);
      if (series !== undefined && !series.isVague) found.push({ node, series });
    }
  }
  return found;
}

function isOfChance(market: Market, node: AnyNode): boolean {
  const init = initOf(market, node);
  return init !== undefined && asksChance(market.evaluator, init);
}

/** `shuffle(bars)`, `split(bars, { shuffle: true })` of a library. */
export function isLibraryShuffle(market: Market, node: Call): boolean {
  const { callee, arguments: args } = node;
  const isShuffle = /^(?:shuffle|permute|sampleSize)$/i.test(lastName(callee));
  if (!isShuffle && !args.some(asksForShuffle)) return false;
  const hasSeries = args.some(
    (part) => part.type !== 'SpreadElement' && market.series(part)?.isVague === false,
  );
  return hasSeries && market.sites.functionsAt(callee).length === 0;
}

/** `{ shuffle: true }` */
const asksForShuffle = (node: AnyNode): boolean =>
  node.type === 'ObjectExpression' &&
  node.properties.some(
    (property) =>
      property.type === 'Property' &&
      property.key.type === 'Identifier' &&
      property.key.name === 'shuffle' &&
      property.value.type === 'Literal' &&
      property.value.value === true,
  );
