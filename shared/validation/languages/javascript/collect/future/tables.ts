import { parentOf, type AnyNode } from '../../node.ts';
import { propertyKey } from '../../property-key.ts';
import { constant, type Value, type Values } from '../../value.ts';
import { isLaterTime } from './later-time.ts';
import type { Market } from './market.ts';
import { isAboveZero } from './linear.ts';
import { storedIn } from './of-member.ts';
import { meetsPrice } from './prices.ts';

/** `closeOn[day(bar.time + 864e5)]`, `closeAt.get(bar.time + day)`: a table of the text is asked for a later time. */
export function isAskedForLater(market: Market, node: AnyNode): boolean {
  const lookup = lookupIn(market, node);
  if (lookup === undefined || !isLaterTime(market, lookup.key)) return false;
  return isWrittenOut(market, lookup.table) && meetsPrice(market, node);
}

/** Not what the strategy itself put there for later. */
function isWrittenOut(market: Market, table: AnyNode): boolean {
  const [literal] = declaredAs(market, table);
  if (literal === undefined) return market.series(table) !== undefined;
  return (rowsOf(market, literal)?.count ?? 0) > 1;
}

interface Lookup {
  readonly table: AnyNode;
  readonly key: AnyNode;
}

function lookupIn(market: Market, node: AnyNode): Lookup | undefined {
  if (node.type === 'MemberExpression') {
    const isLookup = node.computed && node.object.type !== 'Super';
    return isLookup ? { table: node.object as AnyNode, key: node.property } : undefined;
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const { callee } = node;
  const [key] = node.arguments;
  if (callee.object.type === 'Super' || key === undefined) return undefined;
  if (propertyKey(market.evaluator, callee)[0] !== 'get') return undefined;
  return { table: callee.object, key };
}

/** What the rows of a table of the text say, as far as it matters. */
interface Rows {
  readonly count: number;
  readonly areDated: boolean;
  readonly values: readonly Values[];
}

const leastDated = 3;
const leastNumbers = 10;

/** A table of outcomes: dated sides or prices, many dated numbers, or a row for every bar. */
export function outcomeTables(market: Market): AnyNode[] {
  const found = new Set<AnyNode>();
  const known = new Map<AnyNode, Rows | undefined>();
  const look = (node: AnyNode): void => {
    const table = tableNode(market, node);
    if (table === undefined || found.has(table)) return;
    if (!known.has(table)) known.set(table, rowsOf(market, table));
    const rows = known.get(table);
    if (rows !== undefined && tellsOutcomes(market, node, rows)) found.add(table);
  };
  for (const node of market.survey.ofType('MemberExpression')) if (node.computed) look(node);
  for (const node of market.survey.ofType('CallExpression')) look(node);
  return [...found];
}

/** The literal that a lookup is made in. */
function tableNode(market: Market, node: AnyNode): AnyNode | undefined {
  const table = lookupIn(market, node)?.table ?? searched(market, node);
  if (table === undefined) return undefined;
  const [stored] = declaredAs(market, table);
  return stored;
}

function searched(market: Market, node: AnyNode): AnyNode | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const { callee } = node;
  if (callee.object.type === 'Super') return undefined;
  const [method = ''] = propertyKey(market.evaluator, callee);
  return /^(?:find|findLast|filter)$/.test(method) ? callee.object : undefined;
}

function declaredAs(market: Market, node: AnyNode): readonly AnyNode[] {
  if (node.type === 'Identifier') {
    const declared = market.evaluator.scopes.variableOf(node)?.defs[0]?.node;
    return declared?.type === 'VariableDeclarator' && declared.init ? [declared.init] : [];
  }
  if (node.type !== 'MemberExpression') return [];
  const [key = ''] = propertyKey(market.evaluator, node);
  return storedIn(market, node, key);
}

function tellsOutcomes(market: Market, node: AnyNode, rows: Rows): boolean {
  if (!rows.areDated) return isRowForEveryBar(market, node, rows);
  if (rows.count < leastDated) return false;
  return (
    areSides(rows.values) ||
    rows.values.every(hasPrices) ||
    (rows.count >= leastNumbers && rows.values.every(isNumber))
  );
}

/** The rows of `{ date: value }`, `[[date, value]]`, `new Map(…)` and lists of records. */
function rowsOf(market: Market, table: AnyNode): Rows | undefined {
  const literal = unwrapped(table);
  const [value] = market.evaluator.evaluate(literal);
  if (value?.kind === 'object') {
    const keys = [...value.properties.keys()];
    return rowsWith(keys.every(isDate), [...value.properties.values()]);
  }
  if (value?.kind === 'constant' && typeof value.value === 'string') {
    // `'UDDUUD'`: a letter for each bar.
    const letters = [...value.value.slice(0, 1000)];
    return new Set(letters).size > 4
      ? undefined
      : rowsWith(
          false,
          letters.map((one) => constant(one)),
        );
  }
  if (value?.kind !== 'array') return undefined;
  const records = value.elements.map(([first]) => first);
  const pairs = records.map(pairIn);
  const isDated = pairs.every((pair) => pair !== undefined && isDate(pair.date));
  if (isDated)
    return rowsWith(
      true,
      pairs.map((pair) => pair?.value ?? []),
    );
  return rowsWith(false, value.elements);
}

const rowsWith = (areDated: boolean, values: readonly Values[]): Rows => ({
  count: values.length,
  areDated: areDated && values.length > 0,
  values,
});

/** `new Map([…])`, `Object.freeze({…})` and `new Map(Object.entries({…}))` hold what they are given. */
function unwrapped(node: AnyNode): AnyNode {
  let inner = node;
  while (inner.type === 'NewExpression' || inner.type === 'CallExpression') {
    const [first] = inner.arguments;
    if (first === undefined || first.type === 'SpreadElement') return node;
    inner = first;
  }
  return inner.type === 'ArrayExpression' || inner.type === 'ObjectExpression' ? inner : node;
}

function pairIn(value: Value | undefined): { date: unknown; value: Values } | undefined {
  if (value?.kind === 'array' && value.elements.length === 2) {
    const [[date] = [], figure = []] = value.elements;
    return { date: date?.kind === 'constant' ? date.value : undefined, value: figure };
  }
  if (value?.kind !== 'object') return undefined;
  const named = ['date', 'time', 'day', 't', 'timestamp'].find((key) => value.properties.has(key));
  const [date] = (named !== undefined && value.properties.get(named)) || [];
  return { date: date?.kind === 'constant' ? date.value : undefined, value: [value] };
}

const isDate = (value: unknown): boolean =>
  (typeof value === 'string' && /^\d{4}-?\d\d-?\d\d(?:T.*)?$|^\d{12,13}$/.test(value)) ||
  (typeof value === 'number' && value > 1e11 && value < 1e13);

const isNumber = ([value]: Values): boolean =>
  value?.kind === 'constant' && typeof value.value === 'number';

/** Directions of more than one kind: which days were good and which were not. */
function areSides(values: readonly Values[]): boolean {
  const sides = values.map(([value]) => (value?.kind === 'constant' ? value.value : undefined));
  const words = /^(?:buy|sell|long|short|up|down|flat|hold|exit|bull|bear)$/i;
  const isSide = (side: unknown): boolean =>
    typeof side === 'number' ? [-1, 0, 1].includes(side) : words.test(String(side));
  return sides.every(isSide) && new Set(sides).size > 1;
}

const hasPrices = ([value]: Values): boolean =>
  value?.kind === 'object' &&
  ['close', 'high', 'low', 'open', 'price', 'return'].some((key) => value.properties.has(key));

/** `answers[this.barIndex]`: the table was written for the very bars that it is used on. */
function isRowForEveryBar(market: Market, node: AnyNode, { count, values }: Rows): boolean {
  if (node.type !== 'MemberExpression' || count < leastNumbers) return false;
  if (!values.every(([value]) => value?.kind === 'constant')) return false;
  if (parentOf(node)?.type === 'AssignmentExpression') return false;
  const { base, high } = market.range(node.property);
  return base?.kind === 'current' && base.owner === undefined && !isAboveZero(high);
}
