import type { Policy } from '../../../shared/validation/policy.ts';
import type { PolicyDecision, RiskLevel } from '../../../shared/validation/types.ts';

/** A step of the scale: the scores it takes and what the policy does at it. */
export interface Level {
  readonly level: RiskLevel;
  readonly from: number;
  /** Undefined: without end. */
  readonly to: number | undefined;
  readonly decision: PolicyDecision;
}

export const decisionWords: Readonly<Record<PolicyDecision, string>> = {
  allow: 'runs',
  review: 'a person reviews it first',
  reject: 'is not run',
};

/** The same for a strategy at hand. */
export const decisionNames: Readonly<Record<PolicyDecision, string>> = {
  allow: 'May run',
  review: 'Wants a review before it runs',
  reject: 'Will not be run',
};

/** The scale of a policy, by `riskLevelOf`: `high` and `critical` are the last scores of the level below. */
export function levelsOf({
  thresholds: { medium, high, critical },
  decisions,
}: Pick<Policy, 'thresholds' | 'decisions'>): readonly Level[] {
  return [
    { level: 'LOW', from: 0, to: medium - 1, decision: decisions.LOW },
    { level: 'MEDIUM', from: medium, to: high, decision: decisions.MEDIUM },
    { level: 'HIGH', from: high + 1, to: critical, decision: decisions.HIGH },
    { level: 'CRITICAL', from: critical + 1, to: undefined, decision: decisions.CRITICAL },
  ];
}

/** `30 to 70`, `above 90`, and undefined for a level that no score reaches. */
export function rangeText({ from, to }: Level): string | undefined {
  if (to === undefined) return `above ${from - 1}`;
  if (to < from) return undefined;
  return to === from ? `${from}` : `${from} to ${to}`;
}
