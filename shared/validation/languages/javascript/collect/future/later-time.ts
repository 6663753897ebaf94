import { unwrap, type AnyNode } from '../../node.ts';
import { isAboveZero } from './linear.ts';
import { memberName } from './member-name.ts';
import type { Market } from './market.ts';
import { initOf } from './moment.ts';
import { isTimeName } from './names.ts';

/** A key that is made of a time after the bar's: `day(bar.time + 864e5)`. */
export function isLaterTime(market: Market, node: AnyNode): boolean {
  return timeIn(market, node, 0) === 'later';
}

/** A key that is made of the bar's own time. */
export const isBarTime = (market: Market, node: AnyNode): boolean =>
  timeIn(market, node, 0) !== undefined;

function timeIn(market: Market, node: AnyNode, depth: number): 'now' | 'later' | undefined {
  if (depth > 10) return undefined;
  const inner = unwrap(node);
  const ask = (part: AnyNode): 'now' | 'later' | undefined => timeIn(market, part, depth + 1);
  switch (inner.type) {
    case 'MemberExpression': {
      if (inner.object.type === 'Super') return undefined;
      return isTimeName(memberName(inner)) ? 'now' : ask(inner.object);
    }
    case 'BinaryExpression': {
      if (inner.left.type === 'PrivateIdentifier') return undefined;
      const [left, right] = [ask(inner.left), ask(inner.right)];
      const time = left ?? right;
      if (time === undefined || inner.operator !== '+') return time;
      const by = left === undefined ? inner.left : inner.right;
      if (left !== undefined && right !== undefined) return time;
      return isAboveZero(market.range(by).low) ? 'later' : time;
    }
    case 'Identifier': {
      const init = initOf(market, inner);
      return init && ask(init);
    }
    case 'CallExpression': {
      const inside =
        inner.callee.type === 'MemberExpression' ? ask(inner.callee.object) : undefined;
      return inside ?? firstOf(inner.arguments.map(ask));
    }
    case 'NewExpression':
      return firstOf(inner.arguments.map(ask));
    case 'TemplateLiteral':
      return firstOf(inner.expressions.map(ask));
    default:
      return undefined;
  }
}

const firstOf = <T>(list: readonly (T | undefined)[]): T | undefined =>
  list.find((one) => one !== undefined);
