import type { Variable } from '../../scopes/scope.ts';
import { parentOf, unwrap, type AnyNode, type NodeOf } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { pathsOf } from '../../value.ts';
import { countedRange, stepsOf } from './counter.ts';
import { eitherWay, knownNumber, larger, number, plus, smaller, times } from './linear.ts';
import type { Market } from './market.ts';
import { initOf } from './moment.ts';
import { isIndexMember } from './names.ts';
import { ofParameterIndex } from './parameter-index.ts';
import {
  asNumber,
  currentBar,
  fixed,
  joined,
  moved,
  someAmount,
  type Range,
} from './range-value.ts';

/** The range of an index or a distance. What is not known is an amount of its own. */
export function rangeOf(market: Market, node: AnyNode, depth = 0): Range {
  const inner = unwrap(node);
  const ask = (part: AnyNode): Range => rangeOf(market, part, depth + 1);
  if (depth > 12) return someAmount(inner);
  switch (inner.type) {
    case 'Literal':
      return typeof inner.value === 'number' ? fixed(number(inner.value)) : someAmount(inner);
    case 'Identifier':
      return ofName(market, inner, depth);
    case 'MemberExpression':
      return ofMember(market, inner);
    case 'UpdateExpression': {
      const range = ask(inner.argument);
      // A count that begins below zero is brought to the bar by its first step.
      const begins =
        inner.argument.type === 'MemberExpression' && market.beginsBelowZero(inner.argument);
      return inner.prefix && !begins
        ? moved(range, number(inner.operator === '++' ? 1 : -1))
        : range;
    }
    case 'AssignmentExpression':
      return inner.operator === '=' ? ask(inner.right) : someAmount(inner);
    case 'UnaryExpression':
      return ofUnary(inner, ask);
    case 'BinaryExpression':
      return ofBinary(inner, ask);
    case 'ConditionalExpression':
      return joined([ask(inner.consequent), ask(inner.alternate)]);
    case 'LogicalExpression':
      return inner.operator === '&&' ? ask(inner.right) : ask(inner.left);
    case 'CallExpression':
      return ofCall(market, inner, ask);
    default:
      return someAmount(inner);
  }
}

function ofName(market: Market, node: NodeOf<'Identifier'>, depth: number): Range {
  const variable = market.evaluator.scopes.variableOf(node);
  const [definition] = variable?.defs ?? [];
  if (variable === undefined || definition === undefined) return someAmount(node);
  if (definition.type === 'Parameter') {
    const given = ofParameterIndex(market, variable, node, depth);
    if (given !== undefined) return given;
    return isBelowZeroByDefault(definition.name)
      ? fixed(eitherWay(variable.name))
      : known(market, variable, node);
  }
  if (definition.type !== 'Variable') return someAmount(node);
  const counted = countedRange(market, variable, node, depth);
  if (counted !== undefined) return counted;
  const init = initOf(market, node);
  return init ? rangeOf(market, init, depth + 1) : known(market, variable, node);
}

/** `(offset = -1) => …` */
function isBelowZeroByDefault(name: AnyNode): boolean {
  const pattern = parentOf(name);
  return (
    pattern?.type === 'AssignmentPattern' &&
    pattern.right.type === 'UnaryExpression' &&
    pattern.right.operator === '-'
  );
}

/** The numbers that a name of one meaning can be: an element of `[-1, 0, 1]`, a constant. */
function known(market: Market, variable: Variable, node: AnyNode): Range {
  const values = market.evaluator.variable(variable);
  if (variable.references.filter((use) => use.isWrite()).length > 1) {
    // `let best = -1`, a mark for "none yet", or a distance that goes both ways.
    const isEither = values.some(
      (value) => value.kind === 'constant' && typeof value.value === 'number' && value.value < 0,
    );
    return isEither || stepsOf(variable).some(({ isUp }) => isUp === false)
      ? fixed(eitherWay(variable.name))
      : someAmount(node);
  }
  const numbers = values.flatMap((value) =>
    value.kind === 'constant' && typeof value.value === 'number' ? [value.value] : [],
  );
  if (numbers.length === 0 || numbers.length < values.length) return someAmount(node);
  return {
    base: undefined,
    low: number(Math.min(...numbers)),
    high: number(Math.max(...numbers)),
  };
}

function ofMember(market: Market, node: NodeOf<'MemberExpression'>): Range {
  const [key = ''] = node.object.type === 'Super' ? [] : propertyKey(market.evaluator, node);
  if (isIndexMember(key) || market.isBarCount(node, key)) return currentBar;
  const setting = market.settingOf(node, key);
  if (setting !== undefined) return fixed(number(setting));
  const [value, ...others] = market.evaluator.evaluate(node);
  if (value?.kind === 'constant' && typeof value.value === 'number' && others.length === 0) {
    return fixed(number(value.value));
  }
  return someAmount(node);
}

function ofUnary(node: NodeOf<'UnaryExpression'>, ask: (part: AnyNode) => Range): Range {
  const range = ask(node.argument);
  if (node.operator === '+') return range;
  if (node.operator === '-') {
    const { argument } = node;
    // `-~i` is i + 1.
    if (argument.type === 'UnaryExpression' && argument.operator === '~') {
      return moved(ask(argument.argument), number(1));
    }
    return negated(asNumber(range));
  }
  return node.operator === '~' ? moved(negated(asNumber(range)), number(-1)) : someAmount(node);
}

const negated = ({ low, high }: Range): Range => ({
  base: undefined,
  low: times(high, -1),
  high: times(low, -1),
});

function ofBinary(node: NodeOf<'BinaryExpression'>, ask: (part: AnyNode) => Range): Range {
  if (node.left.type === 'PrivateIdentifier') return someAmount(node);
  const [left, right] = [ask(node.left), ask(node.right)];
  switch (node.operator) {
    case '+':
      return sum(left, right);
    case '-':
      return difference(left, right) ?? sum(left, negated(asNumber(right)));
    case '*': {
      const factor = knownNumber(left.low) ?? knownNumber(right.low);
      const other = knownNumber(left.low) === undefined ? left : right;
      return factor === undefined ? someAmount(node) : scaled(other, factor);
    }
    case '/':
    case '>>':
    case '>>>': {
      const by = knownNumber(right.low);
      if (by === undefined) return someAmount(node);
      return by === 0 && node.operator !== '/'
        ? left
        : scaled(left, node.operator === '/' ? 1 / by : 0.5 ** by);
    }
    case '|':
      return knownNumber(right.low) === 0 ? left : someAmount(node);
    default:
      return someAmount(node);
  }
}

function scaled(range: Range, factor: number): Range {
  if (factor === 1) return range;
  const { low, high } = asNumber(range);
  const [a, b] = factor < 0 ? [high, low] : [low, high];
  return { base: undefined, low: times(a, factor), high: times(b, factor) };
}

/** Where both are places, the more telling one is the base, and the other the distance. */
function sum(left: Range, right: Range): Range {
  const isRightBase = rank(right) > rank(left);
  const [place, distance] = isRightBase ? [right, asNumber(left)] : [left, asNumber(right)];
  return {
    base: place.base,
    low: plus(place.low, distance.low),
    high: plus(place.high, distance.high),
  };
}

/** Between two places that are counted from the same bar lies a number: `i - (i + 4)`. */
function difference(left: Range, right: Range): Range | undefined {
  const isSame =
    left.base?.kind === 'current' &&
    right.base?.kind === 'current' &&
    left.base.owner === right.base.owner;
  if (!isSame) return undefined;
  return {
    base: undefined,
    low: plus(left.low, right.high, -1),
    high: plus(left.high, right.low, -1),
  };
}

function rank({ base }: Range): number {
  if (base === undefined) return 0;
  if (base.kind !== 'loop') return Infinity;
  // Of two loops the outer one stands at a bar.
  return 1 / (1 + (base.owner?.start ?? 0));
}

function ofCall(
  market: Market,
  node: NodeOf<'CallExpression'>,
  ask: (part: AnyNode) => Range,
): Range {
  const [path = ''] =
    node.callee.type === 'Super' ? [] : pathsOf(market.evaluator.evaluate(node.callee));
  const ranges = node.arguments.map(ask);
  const [first] = ranges;
  if (first === undefined) return someAmount(node);
  if (/^(?:Math\.(?:floor|ceil|round|trunc)|Number|(?:Number\.)?parseInt)$/.test(path)) {
    const value = market.evaluator.evaluate(node);
    const [only] = value;
    if (only?.kind === 'constant' && typeof only.value === 'number')
      return fixed(number(only.value));
    return first;
  }
  if (path !== 'Math.min' && path !== 'Math.max') return someAmount(node);
  // `Math.min(i + 1, last)` and `Math.max(0, i - n)` are kept inside the series.
  const places = ranges.filter(({ base }) => base !== undefined);
  const pick = path === 'Math.min' ? smaller : larger;
  return (places.length > 0 ? places : ranges).reduce((a, b) => ({
    base: a.base ?? b.base,
    low: pick(a.low, b.low),
    high: pick(a.high, b.high),
  }));
}
