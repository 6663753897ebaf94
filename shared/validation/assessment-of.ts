import { decide, type Policy } from './policy.ts';
import { riskLevelOf, riskScoreOf } from './score.ts';
import type { Assessment, Finding, Language } from './types.ts';

/** Adds findings up to a judgement by `policy`. */
export function assessmentOf(
  findings: readonly Finding[],
  language: Language,
  policy: Policy,
): Assessment {
  const riskScore = riskScoreOf(findings);
  const riskLevel = riskLevelOf(riskScore, policy.thresholds);
  return {
    language,
    riskScore,
    riskLevel,
    decision: decide(riskLevel, findings, policy),
    findings,
  };
}
