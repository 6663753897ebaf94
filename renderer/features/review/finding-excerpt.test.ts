import { describe, expect, it } from 'vitest';
import { excerptOf } from './finding-excerpt.ts';

const text = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`).join('\n');
const at = (line: number, endLine = line) => ({ line, endLine, column: 1, endColumn: 5 });

describe('excerptOf', () => {
  it('shows the finding among its lines, marked to the column', () => {
    expect(excerptOf(text, at(5), 1)).toEqual([
      { number: 4, before: 'line 4', marked: '', after: '' },
      { number: 5, before: '', marked: 'line', after: ' 5' },
      { number: 6, before: 'line 6', marked: '', after: '' },
    ]);
  });

  it('marks over several lines', () => {
    const marked = excerptOf(text, { line: 2, column: 3, endLine: 3, endColumn: 3 }, 0);
    expect(marked).toEqual([
      { number: 2, before: 'li', marked: 'ne 2', after: '' },
      { number: 3, before: '', marked: 'li', after: 'ne 3' },
    ]);
  });

  it('stays within the text and short, in lines and in width', () => {
    expect(excerptOf(text, at(1))[0]?.number).toBe(1);
    expect(excerptOf(text, at(30)).at(-1)?.number).toBe(30);
    expect(excerptOf(text, at(2, 29)).length).toBeLessThan(20);
    const wide = `${'x'.repeat(5000)}eval(1)${'y'.repeat(5000)}`;
    const [line] = excerptOf(wide, { line: 1, column: 5001, endLine: 1, endColumn: 5008 });
    expect(line?.marked).toBe('eval(1)');
    expect(`${line?.before}${line?.after}`.length).toBeLessThan(1000);
  });
});
