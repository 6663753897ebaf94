import type { RunRecord } from '../contract/models/run.ts';
import { formatCount, formatNumber } from './format.ts';

export interface AccountRow {
  readonly label: string;
  readonly text: string;
}

/** What the account held and paid beside its trades. Interest and fees only where there were any. */
export function accountRows({ account }: Pick<RunRecord, 'account'>): readonly AccountRow[] {
  if (account === null) return [];
  const { finalCash, interest, borrowFees, staleBars, positions } = account;
  const held = positions.map(({ symbol, quantity }) => `${formatNumber(quantity, 6, 0)} ${symbol}`);
  return [
    { label: 'Cash', text: formatNumber(finalCash) },
    { label: 'Positions', text: held.length === 0 ? 'none' : held.join(', ') },
    ...(interest === 0 ? [] : [{ label: 'Interest received', text: formatNumber(interest) }]),
    ...(borrowFees === 0 ? [] : [{ label: 'Borrow fees paid', text: formatNumber(borrowFees) }]),
    ...(staleBars === 0
      ? []
      : [{ label: 'Valued at an earlier close', text: `on ${formatCount(staleBars, 'bar')}` }]),
  ];
}
