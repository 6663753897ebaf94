import { describe, expect, it } from 'vitest';
import type { SourceAssessment } from '../../../shared/contract/models/validation.ts';
import { assess } from '../../../shared/validation/index.ts';
import { presets, type Policy } from '../../../shared/validation/policy.ts';
import { hashSource } from '../judge/hash-source.ts';
import { usable } from '../policy/policy-file.ts';
import { referenceTo } from '../policy/policy-store.ts';
import { applyPolicy } from './policy-gate.ts';

function judged(source: string, policy: Policy = presets.standard): SourceAssessment {
  const { findings, ...assessment } = assess(source, 'javascript', policy);
  const reference = referenceTo(usable(policy));
  return {
    ...assessment,
    findings: [...findings],
    sourceHash: hashSource(source),
    policy: reference,
  };
}

const medium = judged("eval('1');");
const word = (assessment: SourceAssessment) => ({
  sourceHash: assessment.sourceHash,
  policyHash: assessment.policy?.hash ?? '',
  reason: 'It is my own text.',
});
const kept = { ...word(medium), acceptedAt: 1, findings: medium.findings };

describe('the gate', () => {
  it('lets through what the policy allows, and takes no word for it', () => {
    const verdict = applyPolicy(judged('const a = 1;'), word(medium), undefined);
    expect(verdict).toEqual({
      allowed: true,
      badge: { state: 'passed', detail: 'Risk 0 (LOW), standard policy, no findings.' },
    });
  });

  it('asks for a review, and says where to look', () => {
    expect(applyPolicy(judged("\nfetch('x');\n"), undefined, undefined)).toMatchObject({
      allowed: false,
      error: {
        code: 'blocked',
        line: 2,
        message: expect.stringMatching(/Risk 30 \(MEDIUM\), standard policy/) as string,
      },
    });
  });

  it('takes a person’s word for these findings of this text, given now or earlier', () => {
    expect(applyPolicy(medium, word(medium), undefined)).toMatchObject({
      allowed: true,
      acceptance: word(medium),
    });
    expect(applyPolicy(medium, undefined, kept)).toMatchObject({ allowed: true, acceptance: kept });
  });

  it('does not take it for another text', () => {
    const other = judged("eval('2');");
    expect(applyPolicy(other, word(medium), undefined).allowed).toBe(false);
  });

  it('does not take it when the policy was changed after the review', () => {
    const changed = judged("eval('1');", {
      ...presets.standard,
      thresholds: { medium: 20, high: 70, critical: 90 },
    });
    expect(applyPolicy(changed, word(medium), undefined)).toMatchObject({
      allowed: false,
      error: { message: expect.stringMatching(/changed after the review/) as string },
    });
  });

  it.each([
    ['HIGH', "eval('1');\neval('2');\nReflect.get({}, 'a');", presets.standard],
    ['MEDIUM by the strict policy', "eval('1');", presets.strict],
    ['a text that does not parse', 'const =', presets.standard],
  ])('takes no word for %s', (_, source, policy) => {
    const assessment = judged(source, policy);
    const earlier = { ...word(assessment), acceptedAt: 1, findings: assessment.findings };
    expect(applyPolicy(assessment, word(assessment), earlier).allowed).toBe(false);
  });

  it('points at no line where the trouble is not in the text', () => {
    const unusable: SourceAssessment = {
      ...medium,
      decision: 'reject',
      findings: [
        {
          ...(medium.findings[0] as (typeof medium.findings)[number]),
          family: 'syntax',
          ruleId: 'cannot-judge',
          fix: 'Do this.',
        },
      ],
    };
    const verdict = applyPolicy(unusable, undefined, undefined);
    expect(verdict).toMatchObject({ allowed: false, error: { hint: 'Do this.' } });
    expect(verdict.allowed ? {} : verdict.error).not.toHaveProperty('line');
  });
});
