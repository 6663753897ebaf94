import type { Finding } from '../../../shared/validation/types.ts';

/** One line of the sum: a rule's findings that count alike. */
export interface RiskTerm {
  readonly ruleId: string;
  readonly points: number;
  readonly count: number;
  readonly subtotal: number;
}

/** What a risk score is made of, the largest part first. Its subtotals add up to the score. */
export function riskTermsOf(findings: readonly Finding[]): RiskTerm[] {
  const counted = findings.filter(({ points }) => points > 0);
  const alike = Map.groupBy(counted, ({ ruleId, points }) => `${points} ${ruleId}`);
  return [...alike.values()]
    .flatMap(([first, ...others]) => {
      if (!first) return [];
      const { ruleId, points } = first;
      const count = others.length + 1;
      return [{ ruleId, points, count, subtotal: points * count }];
    })
    .sort((a, b) => b.subtotal - a.subtotal || (a.ruleId < b.ruleId ? -1 : 1));
}
