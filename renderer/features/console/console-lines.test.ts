import { describe, expect, it } from 'vitest';
import { filterLines, linesAsText } from './console-lines.ts';

const lines = [
  { level: 'log', text: 'one', bar: 1 },
  { level: 'warn', text: 'two', bar: 2 },
  { level: 'error', text: 'three', bar: null },
] as const;

describe('the console', () => {
  it('shows errors also where warnings are asked for', () => {
    expect(filterLines(lines, 'all')).toHaveLength(3);
    expect(filterLines(lines, 'warn').map(({ text }) => text)).toEqual(['two', 'three']);
    expect(filterLines(lines, 'error').map(({ text }) => text)).toEqual(['three']);
  });

  it('copies each line with its level and bar', () => {
    expect(linesAsText(lines)).toBe('[bar 1] log: one\n[bar 2] warn: two\nerror: three');
  });
});
