import type { RiskLevel } from './types.ts';

/** The client's table: what one finding of each class adds to the risk score. */
export const score = {
  blacklistedModule: 30,
  dangerousBuiltin: 30,
  fileAccess: 30,
  wrappedEval: 25,
  dangerousAttribute: 20,
  reflection: 15,
  builtinOverride: 10,
  endlessLoop: 5,
  unknownModule: 1,
  none: 0,
} as const;

/** LOW below 30, MEDIUM 30 to 70, HIGH above 70 to 90, CRITICAL above 90. */
export function riskLevelOf(score: number): RiskLevel {
  if (score < 30) return 'LOW';
  if (score <= 70) return 'MEDIUM';
  if (score <= 90) return 'HIGH';
  return 'CRITICAL';
}

/** The sum of the findings' points; only security findings have any. */
export function riskScoreOf(findings: readonly { readonly points: number }[]): number {
  return findings.reduce((sum, { points }) => sum + points, 0);
}
