import { describe, expect, it } from 'vitest';
import type { ResultColumn } from '../../../../shared/contract/models/script-result.ts';
import { printColumn } from '../../../../shared/reports/script-result/print-column.ts';
import { widthOf } from './column-widths.ts';

describe('columns beside each other', () => {
  const column = (changes: Partial<ResultColumn>) =>
    printColumn({ name: 'a', kind: 'text', values: ['b'], ...changes } as ResultColumn, false);

  it('take the room that they need, within bounds', () => {
    expect(widthOf(column({}))).toBe(56);
    const some = widthOf(column({ values: ['fifteen letters'] }));
    expect(some).toBeGreaterThan(56);
    expect(widthOf(column({ values: ['long '.repeat(100)] }))).toBe(280);
    expect(widthOf(column({ name: 'a name longer than its cells' }))).toBeGreaterThan(some);
  });
});
