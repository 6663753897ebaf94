import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../shared/validation/types.ts';
import { escapeMarkdown, lineNotesOf, markersOf, weightOf } from './finding-marks.ts';

const finding = (changes: Partial<Finding> = {}): Finding => ({
  ruleId: 'dangerous-eval',
  family: 'security',
  severity: 'error',
  points: 30,
  message: '`eval` runs text as code.',
  fix: 'Write the code itself.',
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 9,
  ...changes,
});

describe('markersOf', () => {
  it('puts each finding at its exact place, with title, reason, fix and points', () => {
    const [marker] = markersOf([finding()]);
    expect(marker).toMatchObject({
      severity: 'error',
      source: '+30 points',
      ruleId: 'dangerous-eval',
      startLineNumber: 3,
      startColumn: 5,
      endLineNumber: 3,
      endColumn: 9,
    });
    const paragraphs = marker?.message.split('\n') ?? [];
    expect(paragraphs.length).toBe(4);
    expect(paragraphs[1]).toBe('eval runs text as code.');
    expect(paragraphs[3]).toBe('→ Write the code itself.');
  });

  it('says what it can of a finding that no rule made', () => {
    const [marker] = markersOf([finding({ ruleId: 'syntax-error', family: 'syntax', fix: '' })]);
    expect(marker?.message).toBe('eval runs text as code.');
    expect(marker?.source).toBe('syntax');
  });
});

describe('lineNotesOf', () => {
  it('makes one note a line, with the points of each rule and the worst finding’s colour and shape', () => {
    const weak = finding({ ruleId: 'endless-loop', points: 5, severity: 'warning' });
    const strong = finding({ points: 30 });
    const [note, ...others] = lineNotesOf([weak, strong]);
    expect(others).toEqual([]);
    expect(note).toMatchObject({ line: 3, tone: 'critical', severity: 'error' });
    expect(note?.text).toBe('+5 endless-loop   +30 dangerous-eval');
  });

  it('adds up what one rule found more than once', () => {
    const [note] = lineNotesOf([finding(), finding({ column: 20 })]);
    expect(note?.text).toBe('+60 dangerous-eval ×2');
  });

  it('names findings without points by their rule alone', () => {
    const changes = { ruleId: 'last-bar', family: 'look-ahead', points: 0, severity: 'warning' };
    const [note] = lineNotesOf([finding(changes as Partial<Finding>)]);
    expect(note).toMatchObject({ text: 'last-bar', tone: 'medium' });
  });

  it('lets nothing of the strategy’s text become markup', () => {
    const message = '`[x](command:evil)` <img src=x> **b**';
    const [note] = lineNotesOf([finding({ message })]);
    expect(note?.hover).toContain('\\[x\\]\\(command\\:evil\\) \\<img src=x\\> \\*\\*b\\*\\*');
  });
});

describe('weightOf', () => {
  it('gives points to the security family alone', () => {
    expect(weightOf({ family: 'security', points: 1 })).toBe('+1 point');
    expect(weightOf({ family: 'look-ahead', points: 0 })).toBe('look-ahead');
  });
});

describe('escapeMarkdown', () => {
  it('escapes whatever has a meaning', () => {
    expect(escapeMarkdown('**b** `c`\n# h')).toBe('\\*\\*b\\*\\* \\`c\\` \\# h');
  });
});
