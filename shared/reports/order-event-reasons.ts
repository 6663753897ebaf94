import type { OrderEventReason } from '../engine/result.ts';

/** An order event's reason in a word or two. */
export const reasonNames: Record<OrderEventReason, string> = {
  'not-enough-cash': 'not enough cash',
  'over-leverage': 'over leverage',
  'less-than-one-lot': 'below one lot',
  'nothing-to-trade': 'nothing to trade',
  'no-next-bar': 'end of data',
  'no-bar': 'no bar',
  'outside-volume': 'volume cap',
  'unknown-symbol': 'unknown symbol',
  'unknown-order': 'unknown order',
  'too-many-orders': 'too many orders',
  expired: 'expired',
  'margin-call': 'margin call',
  cancelled: 'cancelled',
};

/** How often each reason occurs, the most frequent first: "12 expired, 3 volume cap". */
export function countReasons(events: readonly { readonly reason: OrderEventReason }[]): string {
  const counts = new Map<OrderEventReason, number>();
  for (const { reason } of events) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${count.toLocaleString('en-US')} ${reasonNames[reason]}`)
    .join(', ');
}
