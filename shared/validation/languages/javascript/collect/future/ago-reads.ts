import { unwrap, type AnyNode, type NodeOf } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import type { Value, Values } from '../../value.ts';
import { isAboveZero, isBelowZero, number } from './linear.ts';
import type { Market } from './market.ts';
import { lastName } from './of-member.ts';
import { asNumber, fixed, type Range } from './range-value.ts';

type Call = NodeOf<'CallExpression'>;

/** Looks back by a number of bars, so forward by a negative one. */
const looksBack =
  /^(?:barAgo|barsAgo|ago|shift|lag|offset|previous|prev|lookback|diff|pct_?change|delay)$/i;
const looksAhead = /^(?:lead|ahead|barsAhead|look_?ahead)$/i;
const reads = /(?:^|\.)barAgo$/;

/** The method by which a call looks forward: `barAgo(-1)`, `shift(closes, -1)`, `lead(1)`. */
export function negativeAgo(market: Market, node: Call): string | undefined {
  const { callee } = node;
  const name = nameOfCallee(market, callee);
  if (looksBack.test(name)) {
    const distances = distancesGiven(market, node);
    if (distances.some(isNegative) || hasNegativeOption(market, node)) return name;
  }
  if (looksAhead.test(name) && leads(market, node)) return name;
  return viaFunction(market, node);
}

function nameOfCallee(market: Market, callee: AnyNode): string {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression') return '';
  if (callee.object.type === 'Super') return lastName(callee);
  return propertyKey(market.evaluator, callee)[0] ?? '';
}

/** `x.shift(-1)` is told the distance first, `shift(closes, -1)` second. */
function distancesGiven(market: Market, { callee, arguments: args }: Call): Range[] {
  const [first, second] = args;
  if (first === undefined) return [];
  if (callee.type === 'Identifier') {
    const isSeriesFirst = second !== undefined && market.of(first) !== undefined;
    if (isSeriesFirst) return [market.range(second)];
    return /^barAgo$/i.test(callee.name) ? [market.range(first)] : [];
  }
  return [rangeOfArgument(market, first)];
}

const rangeOfArgument = (market: Market, node: AnyNode): Range =>
  node.type === 'SpreadElement'
    ? rangeOfValues(market.evaluator.elements([node])[0])
    : market.range(node);

const isNegative = (range: Range): boolean => {
  const { base, low } = asNumber(range);
  return base === undefined && isBelowZero(low);
};

function rangeOfValues(values: Values | undefined): Range {
  const numbers = (values ?? []).flatMap((value) =>
    value.kind === 'constant' && typeof value.value === 'number' ? [value.value] : [],
  );
  return fixed(number(Math.min(...numbers, 0)));
}

/** `shift({ periods: -1 })` */
function hasNegativeOption(market: Market, { arguments: args }: Call): boolean {
  return args.some(
    (argument) =>
      argument.type === 'ObjectExpression' &&
      argument.properties.some(
        (part) =>
          part.type === 'Property' &&
          part.key.type === 'Identifier' &&
          /^(?:periods?|n|lag|by|offset)$/.test(part.key.name) &&
          isNegative(market.range(part.value)),
      ),
  );
}

function leads(market: Market, { callee, arguments: args }: Call): boolean {
  const [first, second] = args;
  if (callee.type === 'Identifier') {
    if (market.sites.functionsAt(callee).length > 0) return false;
    return first !== undefined && market.series(first) !== undefined && second !== undefined;
  }
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return false;
  if (market.of(callee.object) === 'past') return false;
  return first === undefined || isAboveZero(market.range(first).high);
}

/** `this.barAgo.call(this, -1)`, `look(-1)` where `look` is `this.barAgo` bound. */
function viaFunction(market: Market, node: Call): string | undefined {
  const { evaluator } = market;
  const { callee } = node;
  const given = (): Values[] => evaluator.elements(node.arguments);
  for (const target of evaluator.evaluate(callee)) {
    const bound = target.kind === 'bound' ? target : undefined;
    if (bound && isAgo(bound.target)) {
      return isNegative(rangeOfValues([...bound.args, ...given()][0])) ? 'barAgo' : undefined;
    }
    if (target.kind === 'global' && target.path === 'Reflect.apply') {
      const args = given();
      const list = args[2]?.find((value) => value.kind === 'array');
      if (args[0]?.some(isAgo) && isNegative(rangeOfValues(list?.elements[0]))) return 'barAgo';
    }
  }
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return undefined;
  const [method = ''] = propertyKey(evaluator, callee);
  if (method !== 'call' && method !== 'apply') return undefined;
  const object = unwrap(callee.object);
  if (!evaluator.evaluate(object).some(isAgo) && !/^barAgo$/.test(lastName(object)))
    return undefined;
  const [, second] = node.arguments;
  if (second === undefined) return undefined;
  if (method === 'call') return isNegative(market.range(second)) ? 'barAgo' : undefined;
  const list = evaluator.evaluate(second).find((value) => value.kind === 'array');
  return isNegative(rangeOfValues(list?.elements[0])) ? 'barAgo' : undefined;
}

const isAgo = (value: Value): boolean => value.kind === 'module' && reads.test(value.path);
