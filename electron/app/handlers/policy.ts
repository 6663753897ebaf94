import type { Handlers } from '../dispatch.ts';
import type { Judge } from '../judge/create-judge.ts';
import type { PolicyStore } from '../policy/policy-store.ts';
import type { Reviews } from '../run/reviews.ts';

type PolicyHandlers = Pick<
  Handlers,
  'validation.check' | 'policy.get' | 'policy.save' | 'policy.reset' | 'review.revoke'
>;

/** What may run: the judgement while typing, the policy behind it, and what persons accepted. */
export function createPolicyHandlers(
  policy: PolicyStore,
  judge: Judge,
  reviews: Reviews,
): PolicyHandlers {
  return {
    'validation.check': async ({ source, language, documentId }) => {
      const assessment = await judge(source, language, documentId);
      const asks = assessment.decision === 'review';
      return { ...assessment, acceptance: (asks ? reviews.find(assessment) : undefined) ?? null };
    },
    'policy.get': () => policy.state(),
    'policy.save': ({ policy: changed, basedOn }) => policy.save(changed, basedOn),
    'policy.reset': () => policy.reset(),
    'review.revoke': ({ sourceHash }) => {
      reviews.revoke(sourceHash);
      return { ok: true };
    },
  };
}
