import type { EmitEvent } from '../../../shared/contract/events.ts';
import type {
  Acceptance,
  RecordedAcceptance,
  SourceAssessment,
} from '../../../shared/contract/models/validation.ts';
import type { Store } from '../store/open-store.ts';

/** What persons said of texts that the policy wants reviewed. */
export interface Reviews {
  /** An earlier acceptance that holds for this judgement. */
  find(assessment: SourceAssessment): RecordedAcceptance | undefined;
  /** Records a person's word, for this run and for later ones of the identical text. */
  accept(runId: string, acceptance: Acceptance, assessment: SourceAssessment): RecordedAcceptance;
  revoke(sourceHash: string): void;
}

export function createReviews({ acceptances, audit }: Store, emit: EmitEvent): Reviews {
  return {
    find(assessment) {
      const earlier = acceptances.find(assessment.sourceHash);
      return earlier !== undefined && holds(earlier, assessment) ? earlier : undefined;
    },
    accept(runId, { sourceHash, policyHash, reason }, { riskScore, riskLevel, policy, findings }) {
      const acceptance: RecordedAcceptance = {
        sourceHash,
        policyHash,
        reason,
        acceptedAt: Date.now(),
        findings: findings.map(asAccepted),
      };
      const preset = policy?.preset;
      audit.append('review.accepted', { runId, preset, riskScore, riskLevel, ...acceptance });
      acceptances.keep(acceptance);
      emit('reviews.changed', {});
      return acceptance;
    },
    revoke(sourceHash) {
      const acceptance = acceptances.find(sourceHash);
      if (acceptance === undefined) return;
      audit.append('review.revoked', acceptance);
      acceptances.remove(sourceHash);
      emit('reviews.changed', {});
    },
  };
}

/**
 * The same text, and nothing in it that the person has not seen: a policy, or a newer Stratbox, that
 * finds more or counts it higher voids the acceptance.
 */
export function holds(
  { sourceHash, findings: accepted }: RecordedAcceptance,
  assessment: SourceAssessment,
): boolean {
  const key = (finding: Accepted) => JSON.stringify(asAccepted(finding));
  const seen = new Set(accepted.map(key));
  return (
    sourceHash === assessment.sourceHash &&
    assessment.findings.map(key).every((one) => seen.has(one))
  );
}

type Accepted = RecordedAcceptance['findings'][number];

function asAccepted({ ruleId, points, line, column, endLine, endColumn }: Accepted): Accepted {
  return { ruleId, points, line, column, endLine, endColumn };
}
