import { expect, it } from 'vitest';
import { decide, presets } from './policy.ts';
import { riskLevelOf } from './score.ts';
import type { Finding } from './types.ts';

it.each([
  [0, 'LOW', 'allow'],
  [29, 'LOW', 'allow'],
  [30, 'MEDIUM', 'review'],
  [70, 'MEDIUM', 'review'],
  [71, 'HIGH', 'reject'],
  [90, 'HIGH', 'reject'],
  [91, 'CRITICAL', 'reject'],
])('a score of %i is %s: %s', (score, level, decision) => {
  expect(riskLevelOf(score, presets.standard.thresholds)).toBe(level);
  expect(decide(riskLevelOf(score, presets.standard.thresholds), [])).toBe(decision);
});

it('a syntax error is rejected whatever the score', () => {
  expect(decide('LOW', [{ family: 'syntax' } as Finding])).toBe('reject');
});
