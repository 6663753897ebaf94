import { unwrap, type AnyNode, type FunctionLike } from '../../../node.ts';
import { comparisonsIn } from '../moment.ts';
import type { Market } from '../market.ts';
import { memberName } from '../member-name.ts';
import { resultsOf } from '../result-of.ts';
import { nodesWithin } from '../within.ts';
import type { Environment } from './environment.ts';
import { isNow } from './now.ts';

/** The last moment of a row is later than now for a row that holds now: `phases.find((p) => p.until > bar.time)`. */
export const isEndOfRow = (name: string): boolean =>
  /^(?:until|end|to|before|expir\w*|deadline|last|max|roll\w*)$|(?:End|Until|Expiry)$/.test(name);

export type Order = 'later' | 'earlier' | 'same';

const opposite = { later: 'earlier', earlier: 'later', same: 'same' } as const;

/** How the rows that a callback picks lie to the current bar; undefined where it does not ask for that. */
export function comparedWithNow(
  market: Market,
  callback: FunctionLike,
  environment: Environment,
): Order | undefined {
  let found: Order | undefined;
  for (const result of resultsOf(callback)) found ??= orderOf(market, result, environment);
  return found;
}

/** How the rows for which a test holds lie to the current bar. */
export function orderOf(
  market: Market,
  test: AnyNode,
  environment: Environment,
): Order | undefined {
  const inner = unwrap(test);
  if (inner.type === 'UnaryExpression' && inner.operator === '!') {
    const order = orderOf(market, inner.argument, environment);
    return order === undefined ? undefined : opposite[order];
  }
  let found: Order | undefined;
  for (const { left, right, operator } of comparisonsIn(inner)) {
    if (left.type === 'PrivateIdentifier') continue;
    const [isLeft, isRight] = [left, right].map((part) => isNow(market, part, environment));
    if (isLeft === isRight) continue;
    if (!/^[<>]=?$/.test(operator)) {
      found ??= 'same';
      continue;
    }
    const isUp = operator.startsWith('>') === isRight;
    // A row between two moments is bounded on its other side.
    if (!isUp) return 'earlier';
    if (!isEnd(market, isRight ? left : right)) found = 'later';
    else found ??= 'same';
  }
  return found;
}

const isEnd = (market: Market, node: AnyNode): boolean =>
  nodesWithin(market.survey.ofType('MemberExpression'), node).some((one) =>
    isEndOfRow(memberName(one)),
  ) ||
  (node.type === 'Identifier' && isEndOfRow(node.name));
