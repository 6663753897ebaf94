import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../shared/validation/types.ts';
import { excerptOf } from './finding-excerpt.ts';

const text = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`).join('\n');
const at = (line: number, endLine = line) => ({ line, endLine }) as Finding;

describe('excerptOf', () => {
  it('shows the finding with one line on each side', () => {
    expect(excerptOf(text, at(5))).toEqual([
      { number: 4, text: 'line 4', marked: false },
      { number: 5, text: 'line 5', marked: true },
      { number: 6, text: 'line 6', marked: false },
    ]);
  });

  it('stays within the text and short', () => {
    expect(excerptOf(text, at(1))[0]?.number).toBe(1);
    expect(excerptOf(text, at(30)).at(-1)?.number).toBe(30);
    expect(excerptOf(text, at(2, 29)).length).toBeLessThan(10);
  });
});
