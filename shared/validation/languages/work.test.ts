import { describe, expect, it } from 'vitest';
import { spend, TooMuchWork, withinBounds } from './work.ts';

describe('the work on one text', () => {
  it('may only be spent within its bounds', () => {
    expect(() => spend(1)).toThrow(TooMuchWork);
    withinBounds('x', () => spend(1));
    expect(() => spend(1)).toThrow(TooMuchWork);
  });

  it('has an end, which lies further off for a longer text', () => {
    const most = (source: string): number =>
      withinBounds(source, () => {
        for (let spent = 0; ; spent += 1000) {
          try {
            spend(1000);
          } catch {
            return spent;
          }
        }
      });
    expect(most('')).toBe(1_000_000);
    expect(most('x'.repeat(1000))).toBe(1_010_000);
  });

  it('is counted for each text alone, also when one is judged within another or fails', () => {
    withinBounds('', () => {
      spend(999_999);
      withinBounds('', () => spend(1_000_000));
      expect(() => withinBounds('', () => spend(1_000_001))).toThrow(TooMuchWork);
      spend(1);
      expect(() => spend(1)).toThrow(TooMuchWork);
    });
  });
});
