import { describe, expect, it } from 'vitest';
import { testRecord } from '../../../../shared/contract/testing/test-record.ts';
import { manifestRows, shortHash } from './manifest-rows.ts';

const valueOf = (label: string, record = testRecord()) =>
  manifestRows(record).find((row) => row.label === label)?.value;

describe('manifestRows', () => {
  it('keeps hashes whole so that they can be copied', () => {
    expect(valueOf('Decisions')).toBe('d'.repeat(64));
    expect(manifestRows(testRecord()).filter(({ isHash }) => isHash)).toHaveLength(6);
  });

  it('prints parameters and limits in words', () => {
    expect(valueOf('Parameters')).toBe('fast = 10, slow = 30');
    expect(valueOf('Limits')).toBe('60 s, 512 MB, 1 CPU, no network');
    expect(valueOf('Orders decided')).toBe('80 orders');
  });

  it('gives every data set with its hash', () => {
    const { manifest } = testRecord();
    const gold = { id: 'gold', name: 'Gold', symbol: 'GC', hash: 'f'.repeat(64) };
    const record = testRecord({ manifest: { ...manifest, moreDatasets: [gold], benchmark: gold } });
    expect(valueOf('Data of GC', record)).toBe(gold.hash);
    expect(valueOf('Benchmark', record)).toBe(gold.hash);
    expect(valueOf('Further data sets', record)).toBe('gold');
    expect(valueOf('Benchmark data set')).toBeUndefined();
    const tables = [{ id: 'trades-1', name: 'trades', hash: 'e'.repeat(64) }];
    const given = testRecord({ manifest: { ...manifest, tables } });
    expect(valueOf('Table trades-1', given)).toBe('e'.repeat(64));
    expect(valueOf('Tables given', given)).toBe('trades');
    const left = testRecord({ manifest: { ...manifest, resultHash: 'a'.repeat(64) } });
    expect(valueOf('Result of the script', left)).toBe('a'.repeat(64));
    expect(valueOf('Result of the script')).toBeUndefined();
  });

  it('leaves out what a run without a container does not have', () => {
    const { manifest } = testRecord();
    const record = testRecord({ manifest: { ...manifest, imageId: null, equityHash: '' } });
    expect(valueOf('Sandbox image', record)).toBeUndefined();
    expect(valueOf('Equity', record)).toBeUndefined();
  });
});

describe('shortHash', () => {
  it('drops the algorithm and the middle', () => {
    expect(shortHash(`sha256:${'0123456789abcdef'.repeat(4)}`)).toBe('0123456789ab…cdef');
    expect(shortHash('abc')).toBe('abc');
  });
});
