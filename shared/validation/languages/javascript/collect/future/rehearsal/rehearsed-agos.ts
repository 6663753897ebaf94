import { isFunction, unwrap, type AnyNode, type NodeOf } from '../../../node.ts';
import { parentOf } from '../../../node.ts';
import { knownNumber } from '../linear.ts';
import type { Market } from '../market.ts';
import { memberName } from '../member-name.ts';
import { asNumber } from '../range-value.ts';
import { rehearse } from './rehearsal.ts';

const mostBars = 24;
const mostSteps = 20_000;
const day = 86_400_000;

/**
 * Calls of `barAgo` that ask for bars to come once the strategy is played. Only texts that work out
 * how far they look back are: a number of a setting or of a loop needs no play.
 */
export function rehearsedAgos(market: Market): readonly AnyNode[] {
  const { survey } = market;
  const calls = survey.ofType('CallExpression').filter(asksForBar);
  if (calls.length === 0) return [];
  let mayDefault: boolean | undefined;
  const isWorkedOut = calls.some(({ arguments: [ago] }) => {
    if (ago === undefined || ago.type === 'Literal' || isFunction(ago)) return false;
    if (ago.type === 'SpreadElement') return true;
    const { base, low } = asNumber(market.range(ago));
    if (base !== undefined) return true;
    const least = knownNumber(low);
    if (least !== undefined) return false;
    // Amounts are one at least: `n - 1` is no step ahead, `n - 4` may be one.
    if (low.constant < -1) return true;
    return (mayDefault ??= defaultsBelowZero(market));
  });
  if (!isWorkedOut) return [];
  const times = Array.from({ length: mostBars }, (_, place) => Date.UTC(2024, 0, 5) + place * day);
  return rehearse(survey.program, new Map(), { times, seed: 0, steps: mostSteps }).asksAhead;
}

const asksForBar = ({ callee }: NodeOf<'CallExpression'>): boolean =>
  callee.type === 'MemberExpression' && memberName(callee) === 'barAgo';

/** `(n = -1) =>`, `lag ?? -1`, `default: -1` and `lag.default = -1`. */
function defaultsBelowZero({ survey }: Market): boolean {
  return survey.ofType('UnaryExpression').some((node) => {
    if (node.operator !== '-' || unwrap(node.argument).type !== 'Literal') return false;
    const parent = parentOf(node);
    switch (parent?.type) {
      case 'AssignmentPattern':
        return true;
      case 'LogicalExpression':
        return parent.right === node;
      case 'Property':
        return parent.key.type === 'Identifier' && parent.key.name === 'default';
      case 'AssignmentExpression':
        return parent.left.type === 'MemberExpression' && memberName(parent.left) === 'default';
      default:
        return false;
    }
  });
}
