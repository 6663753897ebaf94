import { describe, expect, it } from 'vitest';
import { testTrades } from '../../../../shared/contract/testing/test-record.ts';
import { columnsFor } from './trade-columns.tsx';
import { tradeRows } from './trade-rows.ts';

const [one, two] = testTrades(2);
if (one === undefined || two === undefined) throw new Error('no trades');
const columnsOf = (...trades: (typeof one)[]) => columnsFor(tradeRows(trades));

describe('columnsFor', () => {
  it('has a symbol only where there are several, and a width for each column', () => {
    const single = columnsOf(one, two);
    const several = columnsOf(one, { ...two, symbol: 'GOLD' });
    expect(single.columns).toHaveLength(Object.keys(single.layout).length);
    expect(several.columns).toHaveLength(single.columns.length + 1);
    expect(Object.keys(several.layout)).toHaveLength(several.columns.length);
    expect(single.layout['symbol']).toBeUndefined();
    expect(several.layout['symbol']?.text).toBe(true);
  });

  it('makes room for the mark of an assumed trade and for the clock', () => {
    const plain = columnsOf(one).layout;
    const marked = columnsOf({ ...one, assumed: true }).layout;
    const timed = columnsOf({ ...one, entryTime: one.entryTime + 3_600_000 }).layout;
    expect(marked['direction']?.width).toBeGreaterThan(plain['direction']?.width ?? NaN);
    expect(timed['entryTime']?.width).toBeGreaterThan(plain['entryTime']?.width ?? NaN);
  });
});
