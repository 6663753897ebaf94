import { judgeJavaScript } from './languages/javascript.ts';
import { decide, policy } from './policy.ts';
import { rules } from './rules/index.ts';
import { riskLevelOf, riskScoreOf } from './score.ts';
import { cannotJudge } from './cannot-judge.ts';
import type { Assessment, Finding, Language } from './types.ts';

export { policy, riskLevelOf, rules };

/**
 * Judges one text. Pure and deterministic; never throws: when the validation itself fails, the text
 * is rejected with a finding that says so.
 */
export function assess(source: string, language: Language): Assessment {
  const findings = findingsOf(source, language);
  const riskScore = riskScoreOf(findings);
  const riskLevel = riskLevelOf(riskScore);
  return { language, riskScore, riskLevel, decision: decide(riskLevel, findings), findings };
}

function findingsOf(source: string, language: Language): readonly Finding[] {
  if (language === 'python') {
    return [
      cannotJudge(
        'Python strategies come with a later version: this one can neither judge nor run them.',
        'Write the strategy in JavaScript for now.',
      ),
    ];
  }
  try {
    return judgeJavaScript(source);
  } catch (error) {
    if (error instanceof RangeError) {
      return [
        cannotJudge(
          'This text is nested too deeply to be judged.',
          'Split it into smaller expressions and functions.',
        ),
      ];
    }
    const reason = error instanceof Error ? error.message : String(error);
    return [
      cannotJudge(
        `The validation itself failed (${reason}), so nothing may run.`,
        'Simplify the last change; if it stays, report this text as a bug.',
      ),
    ];
  }
}
