import type { Trade } from '../engine/result.ts';
import { millisecondsPerDay } from './calendar.ts';

/** What closed trades won and lost, in money; a trade of exactly 0 is neither. */
export interface TradeOutcomes {
  readonly wins: number;
  readonly losses: number;
  readonly won: number;
  /** Positive. */
  readonly lost: number;
  /** The most wins, and losses, in a row, by the order of exits. */
  readonly winningStreak: number;
  readonly losingStreak: number;
}

export function outcomesOf(closedTrades: readonly Trade[]): TradeOutcomes {
  let [wins, losses, won, lost] = [0, 0, 0, 0];
  let [winning, losing, winningStreak, losingStreak] = [0, 0, 0, 0];
  for (const { profit } of closedTrades) {
    winning = profit > 0 ? winning + 1 : 0;
    losing = profit < 0 ? losing + 1 : 0;
    if (profit > 0) {
      wins += 1;
      won += profit;
    } else if (profit < 0) {
      losses += 1;
      lost -= profit;
    }
    winningStreak = Math.max(winningStreak, winning);
    losingStreak = Math.max(losingStreak, losing);
  }
  return { wins, losses, won, lost, winningStreak, losingStreak };
}

/** Calendar days from entry to exit of a closed trade. */
export function daysHeld({ entryTime, exitTime }: Trade): number {
  return ((exitTime ?? NaN) - entryTime) / millisecondsPerDay;
}

/** The trade with the highest score, the first of equals; undefined for no trades. */
export function tradeWith(
  trades: readonly Trade[],
  score: (trade: Trade) => number,
): Trade | undefined {
  let best: Trade | undefined;
  for (const trade of trades) if (best === undefined || score(trade) > score(best)) best = trade;
  return best;
}
