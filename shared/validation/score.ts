import type { Finding, RiskLevel } from './types.ts';

/** The sum of the findings' points; only security findings have any. */
export function riskScoreOf(findings: readonly Finding[]): number {
  return findings.reduce((sum, { points }) => sum + points, 0);
}

/** LOW below 30, MEDIUM 30 to 70, HIGH above 70 to 90, CRITICAL above 90 (the client's table). */
export function riskLevelOf(score: number): RiskLevel {
  if (score < 30) return 'LOW';
  if (score <= 70) return 'MEDIUM';
  return score <= 90 ? 'HIGH' : 'CRITICAL';
}
