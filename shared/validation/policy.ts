import { riskLevelOf, riskScoreOf, type Thresholds } from './score.ts';
import type { Finding, PolicyDecision, RiskLevel } from './types.ts';

export const presetNames = ['strict', 'standard', 'research'] as const;
export type PresetName = (typeof presetNames)[number];

/** Families beside security: a second axis, which decides by itself and never touches the score. */
export const judgedFamilies = ['look-ahead', 'determinism'] as const;
export type JudgedFamily = (typeof judgedFamilies)[number];

/** What a workspace thinks otherwise of one rule than the rule itself. */
export interface RuleOverride {
  readonly off?: true | undefined;
  /** Instead of the rule's own; security rules only. */
  readonly points?: number | undefined;
}

/** What may run, as plain data, so that a workspace can keep its own. `policy-bounds.ts` limits it. */
export interface Policy {
  /** The preset it started from. */
  readonly preset: PresetName;
  readonly thresholds: Thresholds;
  readonly decisions: Readonly<Record<RiskLevel, PolicyDecision>>;
  /** What a finding of the second axis asks for. */
  readonly families: Readonly<Record<JudgedFamily, PolicyDecision>>;
  readonly allowedModules: readonly string[];
  /** By the rule's id. */
  readonly overrides: Readonly<Record<string, RuleOverride>>;
}

const standard: Policy = {
  preset: 'standard',
  thresholds: { medium: 30, high: 70, critical: 90 },
  decisions: { LOW: 'allow', MEDIUM: 'review', HIGH: 'reject', CRITICAL: 'reject' },
  families: { 'look-ahead': 'allow', determinism: 'allow' },
  allowedModules: ['stratbox'],
  overrides: {},
};

/**
 * Standard is the client's scoring, exactly. Strict scores alike and leaves nothing dangerous to a
 * person's word: MEDIUM is rejected, and what may look ahead or not repeat wants a review; in Python
 * it alone asks for the rules against lambda and dunders. Research
 * is for one's own experiments, which change with every run: a review is asked for from 50 points on,
 * so for two dangers but not for one. What is HIGH or CRITICAL is rejected by all three.
 */
export const presets: Readonly<Record<PresetName, Policy>> = {
  strict: {
    ...standard,
    preset: 'strict',
    decisions: { ...standard.decisions, MEDIUM: 'reject' },
    families: { 'look-ahead': 'review', determinism: 'review' },
  },
  standard,
  research: {
    ...standard,
    preset: 'research',
    thresholds: { ...standard.thresholds, medium: 50 },
  },
};

/** Findings that say the check itself did not reach the end: no policy may look away from them. */
export function isFixedRule(ruleId: string): boolean {
  return ['syntax-error', 'cannot-judge', 'tangled-code'].includes(ruleId);
}

/**
 * Findings as the policy counts them. A text that is CRITICAL by the rules' own points stays so:
 * what an override would take off is counted for it all the same.
 */
export function applyOverrides(
  findings: readonly Finding[],
  { overrides }: Policy,
): readonly Finding[] {
  const { thresholds } = presets.standard;
  const isFinal = riskLevelOf(riskScoreOf(findings), thresholds) === 'CRITICAL';
  return findings.flatMap((finding) => {
    const { ruleId, family, points } = finding;
    const override = Object.hasOwn(overrides, ruleId) ? overrides[ruleId] : undefined;
    if (override === undefined || family === 'syntax' || isFixedRule(ruleId)) return [finding];
    if (family !== 'security') return override.off ? [] : [finding];
    const counted = override.off ? 0 : (override.points ?? points);
    if (isFinal && counted < points) return [finding];
    return override.off ? [] : [{ ...finding, points: counted }];
  });
}

/**
 * The strictest of what the level and each finding ask for. A text that does not parse is rejected
 * whatever its score: nobody can say what it would do.
 */
export function decide(
  riskLevel: RiskLevel,
  findings: readonly Finding[],
  { decisions, families }: Policy = presets.standard,
): PolicyDecision {
  const asked = findings.map(({ family, severity }) => {
    if (family === 'syntax') return 'reject';
    return family === 'security' || severity === 'info' ? 'allow' : families[family];
  });
  return strictest([decisions[riskLevel], ...asked]);
}

function strictest(decisions: readonly PolicyDecision[]): PolicyDecision {
  if (decisions.includes('reject')) return 'reject';
  return decisions.includes('review') ? 'review' : 'allow';
}
