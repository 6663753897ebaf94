import type { Badge, RunError, RunRequest } from '../../../shared/contract/models/run.ts';
import type { SourceAssessment } from '../../../shared/contract/models/validation.ts';

export type Verdict =
  | { readonly allowed: true; readonly badge: Badge }
  | { readonly allowed: false; readonly badge: Badge; readonly error: RunError };

/** Says whether a judged text may run: by itself, or because a person reviewed exactly this text. */
export function applyPolicy(
  { decision, riskScore, riskLevel, findings, sourceHash }: SourceAssessment,
  acceptance: RunRequest['acceptance'],
): Verdict {
  const score = `Risk ${riskScore} (${riskLevel})`;
  if (decision === 'allow') {
    const count = findings.length;
    const detail = count === 0 ? 'no findings' : `${count} ${count === 1 ? 'finding' : 'findings'}`;
    return { allowed: true, badge: { state: 'passed', detail: `${score}, ${detail}.` } };
  }
  if (decision === 'review' && acceptance?.sourceHash === sourceHash) {
    const detail = `${score}, reviewed and accepted: ${acceptance.reason}`;
    return { allowed: true, badge: { state: 'passed', detail } };
  }
  const error = blocked(decision, score, findings);
  return { allowed: false, badge: { state: 'failed', detail: error.message }, error };
}

function blocked(
  decision: SourceAssessment['decision'],
  score: string,
  findings: SourceAssessment['findings'],
): RunError {
  const syntax = findings.find(({ family }) => family === 'syntax');
  if (syntax !== undefined) {
    const { message, line, column } = syntax;
    return { code: 'blocked', message, hint: 'Correct this line; nothing was run.', line, column };
  }
  const worst = findings.reduce<SourceAssessment['findings'][number] | undefined>(
    (most, finding) => (finding.points > (most?.points ?? 0) ? finding : most),
    undefined,
  );
  const place = worst === undefined ? {} : { line: worst.line, column: worst.column };
  if (decision === 'review') {
    return {
      code: 'blocked',
      message: `${score}: a person must review the findings before this strategy may run.`,
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
