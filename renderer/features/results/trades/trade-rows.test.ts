import { describe, expect, it } from 'vitest';
import { countTrades, hasClock, tradeRows, type Trade } from './trade-rows.ts';

const trade: Trade = {
  symbol: 'SPX',
  direction: 'long',
  quantity: 10,
  entryBar: 5,
  entryTime: 1000,
  entryPrice: 20,
  exitBar: 9,
  exitTime: 2000,
  exitPrice: 22,
  commission: 0.2,
  profit: 19.8,
  return: 0.099,
  barsHeld: 4,
};

describe('tradeRows', () => {
  it('numbers trades from 1 and marks the open one', () => {
    const [closed, open] = tradeRows([trade, { ...trade, exitBar: null, exitTime: null, tag: '' }]);
    expect(closed).toMatchObject({ number: 1, open: false, exitTime: 2000, tag: undefined });
    expect(open).toMatchObject({ number: 2, open: true, exitTime: undefined, exitPrice: 22 });
  });
});

describe('hasClock', () => {
  it('tells intraday trades from daily ones', () => {
    const day = 86_400_000;
    expect(hasClock(tradeRows([{ ...trade, entryTime: 20 * day }]))).toBe(false);
    expect(hasClock(tradeRows([{ ...trade, entryTime: 20 * day + 3_600_000 }]))).toBe(true);
  });
});

describe('countTrades', () => {
  it('counts an open winner as open, not as won', () => {
    const rows = tradeRows([
      trade,
      { ...trade, profit: -1 },
      { ...trade, profit: 0 },
      { ...trade, exitBar: null, exitTime: null },
    ]);
    expect(countTrades(rows)).toEqual({ won: 1, lost: 1, open: 1 });
  });
});
