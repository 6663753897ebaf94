import { describe, expect, it } from 'vitest';
import { barsSeen, lookAheadBadge } from './look-ahead-badge.ts';

const python = (source: string) => ({ language: 'python', source }) as const;
const head = 'from stratbox import Strategy\n';

describe('how a text came to its bars', () => {
  it.each([
    [python(`${head}class S(Strategy): pass`), true, 'one-at-a-time'],
    [python('from stratbox import Strategy, data'), true, 'maybe-all'],
    [python('from stratbox import (\n    load,\n    Strategy,\n)'), true, 'maybe-all'],
    [python('from stratbox import *'), true, 'maybe-all'],
    [python('import stratbox as s'), true, 'maybe-all'],
    [python(`${head}def generate_signals(self, current_data): ...`), true, 'one-at-a-time'],
    [{ language: 'javascript', source: 'data.close' } as const, true, 'one-at-a-time'],
    [python(head), false, 'all-at-once'],
  ])('%o, shown an account: %s', (text, wasShownAnAccount, expected) => {
    expect(barsSeen(text, wasShownAnAccount)).toBe(expected);
  });
});

describe('the badge', () => {
  const how = { bars: 'maybe-all', decided: true, hadTables: true } as const;

  it('promises nothing and says what stood between the text and the future', () => {
    const { state, detail } = lookAheadBadge([], how);
    expect(state).toBe('unknown');
    expect(detail).toContain('may also read all of them');
    expect(detail).toContain('the tables it was given are whole');
  });

  it('fails by a finding, of this family only', () => {
    expect(lookAheadBadge([{ family: 'look-ahead' }], how)).toEqual({
      state: 'failed',
      detail: 'The check found 1 place that may look ahead.',
    });
    expect(lookAheadBadge([{ family: 'security' }], how).state).toBe('unknown');
  });

  it('has nothing to say of a script that decided nothing', () => {
    const nothing = { bars: 'all-at-once', decided: false, hadTables: true } as const;
    expect(lookAheadBadge([], nothing).detail).toContain('decided nothing');
  });
});
