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

/** Where the levels begin: `medium` is MEDIUM already, `high` and `critical` are not yet theirs. */
export interface Thresholds {
  readonly medium: number;
  readonly high: number;
  readonly critical: number;
}

/** By the client's thresholds: LOW below 30, MEDIUM 30 to 70, HIGH above 70 to 90, CRITICAL above. */
export function riskLevelOf(score: number, { medium, high, critical }: Thresholds): RiskLevel {
  if (score > critical) return 'CRITICAL';
  if (score > high) return 'HIGH';
  return score >= medium ? 'MEDIUM' : 'LOW';
}

/** The sum of the findings' points; only security findings have any. */
export function riskScoreOf(findings: readonly { readonly points: number }[]): number {
  return findings.reduce((sum, { points }) => sum + points, 0);
}
