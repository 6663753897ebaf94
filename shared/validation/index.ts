import { judgeJavaScript } from './languages/javascript/index.ts';
import { decide } from './policy.ts';
import { riskLevelOf, riskScoreOf } from './score.ts';
import type { Assessment, Finding, Language } from './types.ts';

/**
 * Judges a strategy's exact text. Never throws: if the validation itself fails, the text is rejected.
 */
export function assess(source: string, language: Language): Assessment {
  const findings = findingsOf(source, language);
  const riskScore = riskScoreOf(findings);
  const riskLevel = riskLevelOf(riskScore);
  return { language, riskScore, riskLevel, decision: decide(riskLevel, findings), findings };
}

function findingsOf(source: string, language: Language): readonly Finding[] {
  if (language === 'python') return [notYet];
  try {
    return judgeJavaScript(source);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [cannotJudge(`The check itself failed (${message}), so nothing may run.`)];
  }
}

const notYet = cannotJudge('Python strategies cannot be checked by this version.');

function cannotJudge(message: string): Finding {
  return {
    ruleId: 'cannot-judge',
    family: 'syntax',
    severity: 'error',
    points: 0,
    message,
    fix: 'Write the strategy in JavaScript, or simplify it.',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 2,
  };
}
