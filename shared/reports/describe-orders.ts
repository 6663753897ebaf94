import type { EngineSettings } from '../engine/settings.ts';
import { rate } from './describe-costs.ts';
import { formatNumber } from './format.ts';

/**
 * How orders fill: what is set, and the engine's conventions as `match.ts` and `broker.ts` state them.
 * `hasFinerBars`: shorter bars than the run's decide what came first inside one.
 */
export function orderRules(
  { fillAt, lotSize, volumeCap }: EngineSettings,
  hasFinerBars: boolean,
): string[] {
  const assumed = hasFinerBars ? ' that the shorter bars do not tell apart either' : '';
  return [
    fillAt === 'next-open'
      ? "Orders at the market are decided at a bar's close and fill at the next bar's open."
      : 'Orders at the market fill at the same close they were decided on. This is optimistic.',
    'An order by a share of equity is sized when it fills, at the fill price with costs.',
    'A stop fills at its price; if a gap passes it, at the open.',
    'A limit order fills at its limit, or at the open if that is better, without slippage; touching the limit is enough.',
    `If one bar reaches both a stop and a target${assumed}, the stop is assumed to come first and the trade is marked “assumed”.`,
    'After an entry inside a bar, not at its open, a stop-loss counts as hit if that bar touches it, which is marked as assumed unless the entry was a limit order; a target fills in that bar only if it closes at or beyond it.',
    "A trailing stop moves at a bar's end, by that bar's high or low.",
    lotSize === 0
      ? 'Any fraction of a unit can be traded.'
      : lotSize === 1
        ? 'Only whole units are traded; quantities are rounded down.'
        : `Quantities are rounded down to a multiple of ${formatNumber(lotSize, 9, 0)}.`,
    volumeCap === 0
      ? "Any quantity fills, whatever the bar's volume."
      : `Orders take at most ${rate(volumeCap)} of a bar's volume; what is left waits for the next bars.`,
  ];
}
