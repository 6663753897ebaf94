import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../shared/validation/types.ts';
import { escapeMarkdown, lineNotesOf, markersOf } from './finding-marks.ts';

const finding = (changes: Partial<Finding> = {}): Finding => ({
  ruleId: 'dangerous-builtin',
  family: 'security',
  severity: 'error',
  points: 30,
  message: 'eval runs text as code.',
  fix: 'Write the code itself.',
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 9,
  ...changes,
});

describe('markersOf', () => {
  it('puts each finding at its exact place, with the message and the fix', () => {
    expect(markersOf([finding()])).toEqual([
      {
        severity: 'error',
        code: 'dangerous-builtin',
        message: 'eval runs text as code.\n→ Write the code itself.',
        startLineNumber: 3,
        startColumn: 5,
        endLineNumber: 3,
        endColumn: 9,
      },
    ]);
  });
});

describe('lineNotesOf', () => {
  it('makes one note a line, with the points of each finding and the worst one’s colour', () => {
    const weak = finding({ ruleId: 'dynamic-property', points: 5, severity: 'warning' });
    const strong = finding({ points: 50 });
    const [note, ...others] = lineNotesOf([weak, strong]);
    expect(others).toEqual([]);
    expect(note).toMatchObject({ line: 3, tone: 'critical' });
    expect(note?.text).toBe('+5 dynamic-property   +50 dangerous-builtin');
  });

  it('names findings without points by their rule alone', () => {
    const [note] = lineNotesOf([finding({ ruleId: 'future-bar', points: 0, severity: 'warning' })]);
    expect(note).toMatchObject({ text: 'future-bar', tone: 'medium' });
  });
});

describe('escapeMarkdown', () => {
  it('lets nothing of the strategy’s text become markup', () => {
    const hostile = '[x](command:evil) <img src=x> **b** `c`\n# h';
    expect(escapeMarkdown(hostile)).toBe(
      '\\[x\\]\\(command\\:evil\\) \\<img src=x\\> \\*\\*b\\*\\* \\`c\\` \\# h',
    );
  });
});
