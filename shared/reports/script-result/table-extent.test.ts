import { describe, expect, it } from 'vitest';
import type { ResultColumn } from '../../contract/models/script-result.ts';
import { tableExtent } from './table-extent.ts';

const extent = (
  kinds: ResultColumn['kind'][],
  counts: { rows: number; kept: number; columns?: number; index?: number },
) =>
  tableExtent({
    kind: 'table',
    columns: kinds.map((kind, place) => ({
      name: `c${place}`,
      kind,
      values: Array.from({ length: counts.kept }, () => null),
    })),
    indexCount: counts.index ?? 1,
    rowCount: counts.rows,
    columnCount: counts.columns ?? kinds.length,
  });

describe('tableExtent', () => {
  it('counts the rows, and the columns beside the index', () => {
    expect(extent(['time', 'number', 'text'], { rows: 1, kept: 1 })).toBe('1 row, 2 columns');
    expect(extent(['text'], { rows: 0, kept: 0, index: 0 })).toBe('0 rows, 1 column');
    expect(extent(['time', 'number'], { rows: 5, kept: 5 })).toBe('5 rows');
  });

  it('says what was left out', () => {
    expect(extent(['time', 'number', 'text'], { rows: 12_400, kept: 1000 })).toBe(
      'first 1,000 of 12,400 rows, 2 columns',
    );
    expect(extent(['time', 'number'], { rows: 12_400, kept: 1000 })).toBe(
      '1,000 of 12,400 rows, evenly spaced',
    );
    expect(extent(['time', 'number', 'text'], { rows: 3, kept: 3, columns: 121 })).toBe(
      '3 rows, first 2 of 120 columns',
    );
  });
});
