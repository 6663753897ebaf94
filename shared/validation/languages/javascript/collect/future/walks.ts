import { isFunction, parentOf, type AnyNode, type FunctionLike } from '../../node.ts';
import { memberName } from './member-name.ts';
import { isBelowZero } from './linear.ts';
import type { Market } from './market.ts';
import type { Range } from './range-value.ts';
import { useOf, type Asking } from './use.ts';

/** How a callback's results are used by the list method that asks for them. */
type Asked = 'each' | 'chosen' | 'counted' | 'other';

/** True where what is read decides something for the bar that it is counted from. */
export function isJudged(market: Market, node: AnyNode, { base, low }: Range): boolean {
  if (base === undefined || base.kind === 'current') return true;
  const callback = base.kind === 'walk' ? base.owner : undefined;
  // A figure over all places, such as a covariance, belongs to none of them.
  if (callback !== undefined && isFunction(callback) && askedOf(market, callback) !== 'other') {
    return true;
  }
  const use = useOf(market.evaluator, node, {
    ratios: false,
    within: base.owner,
    isCentred: isBelowZero(low),
  });
  return use.decides || (use.tells && use.callback !== undefined);
}

/** A value decides by itself, or as the result that a list method gets for each element. */
export function decides(market: Market, node: AnyNode, asking: Asking = scaling): boolean {
  const { decides: isDecision, callback, tells } = useOf(market.evaluator, node, asking);
  if (isDecision) return true;
  if (callback === undefined || !isFunction(callback) || !tells) return false;
  return isForEach(market, callback);
}

/** A value that a list method gets for each element, whatever it is. */
export function isResultForEach(market: Market, node: AnyNode): boolean {
  const { callback } = useOf(market.evaluator, node, scaling);
  return callback !== undefined && isFunction(callback) && isForEach(market, callback);
}

const scaling: Asking = { ratios: true, within: undefined, isCentred: false };

function isForEach(market: Market, callback: FunctionLike): boolean {
  const asked = askedOf(market, callback);
  return asked === 'each' || asked === 'chosen';
}

function askedOf(market: Market, callback: FunctionLike): Asked {
  for (const { method, node } of market.sites.of(callback)) {
    if (/^(?:map|flatMap|from|forEach)$/.test(method)) return 'each';
    if (method.startsWith('reduce') && makesList(node)) return 'each';
    if (method === 'filter') return isCounted(node) ? 'counted' : 'chosen';
    if (/^find/.test(method)) return 'chosen';
    if (method === 'some' || method === 'every') return 'counted';
  }
  return 'other';
}

/** `reduce((list, x) => …, [])` */
const makesList = (node: AnyNode): boolean =>
  node.type === 'CallExpression' && node.arguments[1]?.type === 'ArrayExpression';

/** `list.filter(…).length` */
function isCounted(node: AnyNode): boolean {
  const parent = parentOf(node);
  return parent?.type === 'MemberExpression' && memberName(parent) === 'length';
}
