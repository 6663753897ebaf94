import type { Finding, PolicyDecision, RiskLevel } from './types.ts';

const decisionOf: Record<RiskLevel, PolicyDecision> = {
  LOW: 'allow',
  MEDIUM: 'review',
  HIGH: 'reject',
  CRITICAL: 'reject',
};

/** What may happen to a judged text; what cannot be read is never run. */
export function decide(level: RiskLevel, findings: readonly Finding[]): PolicyDecision {
  return findings.some(({ family }) => family === 'syntax') ? 'reject' : decisionOf[level];
}
