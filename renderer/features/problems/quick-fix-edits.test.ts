import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../shared/validation/types.ts';
import { editsOfAll } from './quick-fix-edits.ts';

const withEdit = (line: number, column: number, endColumn: number): Finding =>
  ({
    quickFix: { title: 'x', edits: [{ line, column, endLine: line, endColumn, text: 'y' }] },
  }) as unknown as Finding;

describe('editsOfAll', () => {
  it('takes every fix that touches no other, and counts them', () => {
    const { edits, count } = editsOfAll([
      withEdit(1, 1, 5),
      withEdit(1, 4, 8),
      withEdit(1, 6, 8),
      withEdit(2, 1, 5),
      {} as Finding,
    ]);
    expect(count).toBe(3);
    expect(edits.map(({ line, column }) => [line, column])).toEqual([
      [1, 1],
      [1, 6],
      [2, 1],
    ]);
  });
});
