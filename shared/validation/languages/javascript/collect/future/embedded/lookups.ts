import { parentOf, unwrap, type AnyNode } from '../../../node.ts';
import { memberName } from '../member-name.ts';
import { isBelowZero, isAboveZero } from '../linear.ts';
import { isLaterTime } from '../later-time.ts';
import type { Market } from '../market.ts';
import { initOf, measuredList } from '../moment.ts';
import { resultsOf } from '../result-of.ts';
import { nodesWithin } from '../within.ts';
import type { Environment } from './environment.ts';
import { single, withAhead, type Facet } from './facet.ts';
import type { Flow } from './flow.ts';
import { isNow } from './now.ts';
import { placeOf } from './place.ts';

/** The row that a list has at a place or under a key. What is read at the current bar honestly has no facet. */
export function lookedUp(
  flow: Flow,
  node: AnyNode,
  list: Facet,
  key: AnyNode,
  environment: Environment,
): Facet | undefined {
  const { market } = flow;
  const row = single(list);
  const asked = flow.of(key, environment);
  if (asked?.ahead !== undefined) return { ...row, ahead: asked.ahead };
  const place = placeOf(market, key, environment);
  if (place !== undefined) {
    if (place.from === 'now') flow.noteRead(list);
    if (list.turned !== undefined) return withAhead(row, 'reordered', list.turned, true);
    if (place.offset + list.shift > 0) return withAhead(row, 'later bar', node);
    if (place.from !== 'now') return row;
    return atKey(flow, node, list, key);
  }
  if (isNow(market, key, environment)) {
    flow.noteRead(list);
    return atKey(flow, node, list, key);
  }
  if (list.turned !== undefined) return withAhead(row, 'whole series', node);
  return isLastPlace(market, key) ? withAhead(row, 'last bar', node) : row;
}

function atKey(flow: Flow, node: AnyNode, list: Facet, key: AnyNode): Facet | undefined {
  if (isLaterKey(flow.market, key)) return withAhead(single(list), 'later bar', node);
  return list.ahead === undefined ? undefined : single(list);
}

/** `list[list.length - 1]`, `list.at(-1)`. */
function isLastPlace(market: Market, key: AnyNode): boolean {
  const inner = unwrap(key);
  if (inner.type === 'BinaryExpression') return measuredList(market, inner) !== undefined;
  const { base, high } = market.range(inner);
  if (base === undefined && isBelowZero(high)) return true;
  const init = initOf(market, inner);
  return init?.type === 'BinaryExpression' && measuredList(market, init) !== undefined;
}

/** A date after that of the bar: `day(bar.time + 864e5)`, `d.setUTCDate(d.getUTCDate() + 1)`. */
export function isLaterKey(market: Market, key: AnyNode, depth = 0): boolean {
  if (isLaterTime(market, key)) return true;
  return (
    nodesWithin(market.survey.ofType('Identifier'), key).some((name) => isMovedOn(market, name)) ||
    nodesWithin(market.survey.ofType('CallExpression'), key).some(
      (call) =>
        depth < 3 &&
        market.sites
          .functionsAt(call.callee)
          .some((called) => resultsOf(called).some((part) => addsToParameter(market, part, depth))),
    )
  );
}

function addsToParameter(market: Market, result: AnyNode, depth: number): boolean {
  if (isLaterKey(market, result, depth + 1)) return true;
  return nodesWithin(market.survey.ofType('BinaryExpression'), result).some(
    ({ left, right, operator }) =>
      operator === '+' &&
      [left, right].some((part) => {
        const isParameter =
          part.type === 'Identifier' &&
          market.evaluator.scopes.variableOf(part)?.defs[0]?.type === 'Parameter';
        const other = part === left ? right : left;
        return isParameter && isAboveZero(market.range(other).low);
      }),
  );
}

function isMovedOn(market: Market, name: AnyNode): boolean {
  if (name.type !== 'Identifier') return false;
  const { references = [] } = market.evaluator.scopes.variableOf(name) ?? {};
  return references.some(({ identifier }) => {
    const use = identifier;
    const callee = parentOf(use);
    const call = callee && parentOf(callee);
    if (callee?.type !== 'MemberExpression' || callee.object !== use) return false;
    if (call?.type !== 'CallExpression' || call.callee !== callee) return false;
    const [first] = call.arguments;
    return (
      /^set(?:UTC)?(?:Date|Hours|Time|Month)$/.test(memberName(callee)) &&
      first?.type === 'BinaryExpression' &&
      first.operator === '+' &&
      isAboveZero(market.range(first.right).low)
    );
  });
}
