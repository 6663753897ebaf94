import type { RunRecord } from '../../../../shared/contract/models/run.ts';

export type Trade = RunRecord['trades'][number];

/** A trade as the table sorts it. What an open trade does not have yet is undefined and sorts last. */
export interface TradeRow {
  /** Position in the run's own order, from 1. */
  readonly number: number;
  readonly open: boolean;
  readonly symbol: string;
  readonly assumed: boolean;
  readonly direction: Trade['direction'];
  readonly quantity: number;
  readonly entryTime: number;
  readonly entryPrice: number;
  readonly exitTime: number | undefined;
  /** The last close for an open trade: what it is valued at, not what it was sold for. */
  readonly exitPrice: number;
  readonly profit: number;
  readonly return: number;
  readonly barsHeld: number;
  readonly commission: number;
  readonly tag: string | undefined;
}

export function tradeRows(trades: readonly Trade[]): TradeRow[] {
  return trades.map((trade, index) => ({
    number: index + 1,
    open: trade.exitTime === null,
    symbol: trade.symbol,
    assumed: trade.assumed === true,
    direction: trade.direction,
    quantity: trade.quantity,
    entryTime: trade.entryTime,
    entryPrice: trade.entryPrice,
    exitTime: trade.exitTime ?? undefined,
    exitPrice: trade.exitPrice,
    profit: trade.profit,
    return: trade.return,
    barsHeld: trade.barsHeld,
    commission: trade.commission,
    tag: trade.tag === '' ? undefined : trade.tag,
  }));
}

/** Whether any trade was entered at a time of day: then dates take the clock's room as well. */
export function hasClock(rows: readonly TradeRow[]): boolean {
  return rows.some((row) => row.entryTime % 86_400_000 !== 0);
}

/** How many won, lost and are still open; a trade that made exactly nothing is neither. */
export function countTrades(rows: readonly TradeRow[]): {
  readonly won: number;
  readonly lost: number;
  readonly open: number;
} {
  const closed = rows.filter((row) => !row.open);
  return {
    won: closed.filter((row) => row.profit > 0).length,
    lost: closed.filter((row) => row.profit < 0).length,
    open: rows.length - closed.length,
  };
}
