import type { Finding, PolicyDecision, RiskLevel } from './types.ts';

/** What may run, as plain data, so that a workspace can keep its own. */
export interface Policy {
  readonly allowedModules: readonly string[];
  readonly decisions: Readonly<Record<RiskLevel, PolicyDecision>>;
}

export const policy: Policy = {
  allowedModules: ['stratbox'],
  decisions: { LOW: 'allow', MEDIUM: 'review', HIGH: 'reject', CRITICAL: 'reject' },
};

/** A text that does not parse is rejected whatever its score: nobody can say what it would do. */
export function decide(
  riskLevel: RiskLevel,
  findings: readonly Finding[],
  { decisions }: Policy = policy,
): PolicyDecision {
  return findings.some(({ family }) => family === 'syntax') ? 'reject' : decisions[riskLevel];
}
