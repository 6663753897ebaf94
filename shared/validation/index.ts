import { parseJavaScript } from './languages/javascript/parse.ts';
import { decide, policy } from './policy.ts';
import { riskLevelOf } from './score.ts';
import type { Assessment, Finding, Language } from './types.ts';

export { policy, riskLevelOf };

/** Judges one text. Pure and deterministic; never throws: what cannot be judged is rejected. */
export function assess(source: string, language: Language): Assessment {
  const { problem } = parseJavaScript(source);
  const findings: Finding[] = problem
    ? [{ ruleId: 'syntax', family: 'syntax', severity: 'error', points: 0, fix: '', ...problem }]
    : [];
  const riskLevel = riskLevelOf(0);
  return { language, riskScore: 0, riskLevel, decision: decide(riskLevel, findings), findings };
}
