import { describe, expect, it } from 'vitest';
import { presets } from '../../../shared/validation/policy.ts';
import { riskLevelOf } from '../../../shared/validation/score.ts';
import { levelsOf, rangeText } from './levels.ts';

describe('levelsOf', () => {
  it.each(Object.values(presets))('says of $preset what the scoring does', (policy) => {
    for (const { level, from, to } of levelsOf(policy)) {
      expect(riskLevelOf(from, policy.thresholds)).toBe(level);
      expect(riskLevelOf(to ?? 10_000, policy.thresholds)).toBe(level);
    }
  });

  it('writes the client’s scale', () => {
    expect(levelsOf(presets.standard).map(rangeText)).toEqual([
      '0 to 29',
      '30 to 70',
      '71 to 90',
      'above 90',
    ]);
  });

  it('knows a level that no score reaches', () => {
    const thresholds = { medium: 30, high: 70, critical: 70 };
    expect(levelsOf({ ...presets.standard, thresholds }).map(rangeText)[2]).toBeUndefined();
  });
});
