import { expect, it } from 'vitest';
import { assess } from '../../../shared/validation/index.ts';
import { riskTermsOf } from './risk-sum.ts';

it('says what each rule adds, and adds up to the score', () => {
  const source = 'eval(x);\neval(y);\nwhile (true) {}\nimport _ from "lodash";\nMath.random();';
  const { findings, riskScore } = assess(source, 'javascript');
  const terms = riskTermsOf(findings);
  expect(terms).toEqual([
    { ruleId: 'dangerous-eval', points: 30, count: 2, subtotal: 60 },
    { ruleId: 'endless-loop', points: 5, count: 1, subtotal: 5 },
    { ruleId: 'unknown-module', points: 1, count: 1, subtotal: 1 },
  ]);
  expect(terms.reduce((sum, { subtotal }) => sum + subtotal, 0)).toBe(riskScore);
});

it('has nothing to add up where nothing was found', () => {
  expect(riskTermsOf([])).toEqual([]);
});
