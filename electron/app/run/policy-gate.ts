import { describePolicy } from '../../../shared/contract/models/policy.ts';
import type { Badge, RunError } from '../../../shared/contract/models/run.ts';
import type {
  Acceptance,
  RecordedAcceptance,
  SourceAssessment,
} from '../../../shared/contract/models/validation.ts';

export type Verdict =
  | {
      readonly allowed: true;
      readonly badge: Badge;
      /** A person's word is what lets it run: one that was given with this run, or earlier. */
      readonly acceptance?: Acceptance | RecordedAcceptance;
    }
  | { readonly allowed: false; readonly badge: Badge; readonly error: RunError };

/**
 * Says whether a judged text may run: by itself, or because a person reviewed exactly these findings
 * of exactly this text.
 */
export function applyPolicy(
  assessment: SourceAssessment,
  given: Acceptance | undefined,
  earlier: RecordedAcceptance | undefined,
): Verdict {
  const { decision, findings, sourceHash, policy } = assessment;
  const score = scoreOf(assessment);
  if (decision === 'allow') {
    const count = findings.length;
    const detail = count === 0 ? 'no findings' : `${count} ${count === 1 ? 'finding' : 'findings'}`;
    return { allowed: true, badge: { state: 'passed', detail: `${score}, ${detail}.` } };
  }
  const isCurrent = given?.sourceHash === sourceHash && given.policyHash === policy?.hash;
  const acceptance = isCurrent ? given : earlier;
  if (decision === 'review' && acceptance !== undefined) {
    const detail = `${score}, reviewed and accepted: ${acceptance.reason}`;
    return { allowed: true, badge: { state: 'passed', detail }, acceptance };
  }
  const error = blocked(assessment, given);
  return { allowed: false, badge: { state: 'failed', detail: error.message }, error };
}

/** "Risk 30 (MEDIUM), standard policy". */
function scoreOf({ riskScore, riskLevel, policy }: SourceAssessment): string {
  const risk = `Risk ${riskScore} (${riskLevel})`;
  if (policy === null) return risk;
  return `${risk}, ${describePolicy(policy)} policy`;
}

function blocked(assessment: SourceAssessment, given: Acceptance | undefined): RunError {
  const { decision, findings, sourceHash } = assessment;
  const unjudged = findings.find(({ family }) => family === 'syntax');
  if (unjudged !== undefined) {
    const { ruleId, message, fix, line, column } = unjudged;
    if (ruleId !== 'syntax-error') return { code: 'blocked', message, hint: fix };
    return { code: 'blocked', message, hint: 'Correct this line; nothing was run.', line, column };
  }
  const worst = findings.reduce<SourceAssessment['findings'][number] | undefined>(
    (most, finding) => (finding.points > (most?.points ?? 0) ? finding : most),
    findings[0],
  );
  const place = worst === undefined ? {} : { line: worst.line, column: worst.column };
  const score = scoreOf(assessment);
  if (decision === 'review') {
    const overtaken = given?.sourceHash === sourceHash;
    return {
      code: 'blocked',
      message: overtaken
        ? `${score}: the policy was changed after the review, so a person must look again.`
        : `${score}: a person must review the findings before this strategy may run.`,
      hint: 'Review the findings and accept them with a reason, or remove what they name.',
      ...place,
    };
  }
  return {
    code: 'blocked',
    message: `${score}: the policy rejects this strategy. Nothing was run.`,
    hint: 'Remove what the findings name; each says what to write instead.',
    ...place,
  };
}
