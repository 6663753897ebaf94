import type { RunRecord } from '../../../../shared/contract/models/run.ts';
import { formatCount, formatMoney, formatNumber } from '../format/format-number.ts';
import type { RunNotice } from './run-notices.ts';

type Notice = Omit<RunNotice, 'findings'>;
type Run = Pick<RunRecord, 'events' | 'eventCount' | 'trades' | 'account' | 'manifest'>;

/** What the account went through that its figures alone do not tell, worst first. */
export function accountNotices(run: Run): readonly Notice[] {
  return [marginCalls(run), stale(run), assumed(run), openAtEnd(run)].filter(
    (notice) => notice !== undefined,
  );
}

/** A margin call closes every position, with an event each, so calls are counted by their bars. */
function marginCalls({ events, eventCount }: Run): Notice | undefined {
  const bars = new Set(
    events.filter(({ reason }) => reason === 'margin-call').map(({ bar }) => bar),
  );
  if (bars.size === 0) return undefined;
  const atLeast = eventCount > events.length ? 'At least ' : '';
  return {
    id: 'margin',
    tone: 'critical',
    title: `${atLeast}${formatCount(bars.size, 'margin call')}`,
    text: 'Equity fell below the maintenance margin, and every position was closed at the next open. The order events below say when.',
  };
}

function stale({ account }: Run): Notice | undefined {
  const bars = account?.staleBars ?? 0;
  if (bars === 0) return undefined;
  return {
    id: 'stale',
    tone: 'accent',
    title: 'Valued at an earlier close',
    text: `On ${formatCount(bars, 'bar')} an instrument that was held had no bar of its own, and was valued at its last close.`,
  };
}

function assumed({ trades, manifest }: Run): Notice | undefined {
  const count = trades.filter((trade) => trade.assumed === true).length;
  if (count === 0) return undefined;
  const advice =
    manifest.interval === 'as-loaded'
      ? `Load shorter bars of the same instrument and run on them with longer “Bars” in the run settings to know.`
      : 'Load bars shorter still to know.';
  return {
    id: 'assumed',
    tone: 'accent',
    title: `${formatNumber(count)} of ${formatCount(trades.length, 'trade')} assumed`,
    text: `A bar does not tell what came first in it: the stop or the target. The worse was taken, and these trades are marked. ${advice}`,
  };
}

function openAtEnd({ trades }: Run): Notice | undefined {
  const open = trades.filter(({ exitTime }) => exitTime === null);
  if (open.length === 0) return undefined;
  const profit = open.reduce((sum, trade) => sum + trade.profit, 0);
  return {
    id: 'open',
    tone: 'accent',
    title: `${formatCount(open.length, 'trade')} still open at the end`,
    text: `Valued at the last close, with an unrealised profit of ${formatMoney(profit, { signed: true })}. “Positions at end” in the run settings can close them.`,
  };
}
