import type { SourceAssessment } from '../../../shared/contract/models/validation.ts';
import { assessmentOf } from '../../../shared/validation/assessment-of.ts';
import { cannotJudge } from '../../../shared/validation/cannot-judge.ts';
import type { Assessment, Finding, Language } from '../../../shared/validation/types.ts';
import { referenceTo, type PolicyStore } from '../policy/policy-store.ts';
import { hashSource } from './hash-source.ts';
import { JudgingFailed, type JudgingThread } from './judging-thread.ts';

/** Judges a text by the workspace's policy and ties the judgement to the hashes of both. */
export type Judge = (
  source: string,
  language: Language,
  documentId?: string,
) => Promise<SourceAssessment>;

/** A run right after typing finds the text judged. */
const keptAssessments = 32;

/**
 * Fails closed: a text for which there is no judgement, whatever the reason, and every text while the
 * policy cannot be read, is rejected with a finding that says why.
 */
export function createJudge(
  policies: Pick<PolicyStore, 'read'>,
  thread: Pick<JudgingThread, 'judge'>,
): Judge {
  const kept = new Map<string, SourceAssessment>();
  return async (source, language, documentId) => {
    const policy = policies.read();
    const sourceHash = hashSource(source);
    const complete = (assessment: Assessment): SourceAssessment => ({
      ...assessment,
      findings: [...assessment.findings],
      sourceHash,
      policy: referenceTo(policy),
    });
    const reject = (finding: Finding) => complete(assessmentOf([finding], language, policy.policy));
    if (policy.problem !== undefined) {
      const { message, hint } = policy.problem;
      return reject({ ...cannotJudge(message, hint), ruleId: 'policy-unusable' });
    }

    const key = `${sourceHash} ${policy.hash} ${language}`;
    const earlier = kept.get(key);
    if (earlier !== undefined) return earlier;
    try {
      const judged = await thread.judge({ source, language, policy: policy.policy }, documentId);
      if (judged.sourceHash !== sourceHash) throw new JudgingFailed('answered for another text');
      const assessment = complete(judged.assessment);
      kept.set(key, assessment);
      const [oldest] = kept.keys();
      if (kept.size > keptAssessments && oldest !== undefined) kept.delete(oldest);
      return assessment;
    } catch (error) {
      if (error instanceof JudgingFailed) return reject(failed(error.message));
      throw error;
    }
  };
}

function failed(reason: string): Finding {
  return cannotJudge(
    `The validation ${reason}, so nothing may run.`,
    'Simplify the last change and try again; if it stays, report this text as a bug.',
  );
}
