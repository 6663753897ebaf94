import { assessmentOf } from './assessment-of.ts';
import { cannotJudge } from './cannot-judge.ts';
import { judgeJavaScript } from './languages/javascript.ts';
import { judgePython } from './languages/python.ts';
import { problemsOf } from './policy-bounds.ts';
import { applyOverrides, presets, type Policy } from './policy.ts';
import { rules } from './rules/index.ts';
import { maximumSourceLength, type Assessment, type Finding, type Language } from './types.ts';

export { rules };

/**
 * Judges one text by a policy, the client's own when none is given. Pure and deterministic; never
 * throws: when the validation itself fails, the text is rejected with a finding that says so.
 */
export function assess(
  source: string,
  language: Language,
  policy: Policy = presets.standard,
): Assessment {
  return assessmentOf(
    applyOverrides(findingsOf(source, language, policy), policy),
    language,
    policy,
  );
}

function findingsOf(source: string, language: Language, policy: Policy): readonly Finding[] {
  const [problem] = problemsOf(policy);
  if (problem !== undefined) {
    return [cannotJudge(`The policy cannot be used: ${problem.message}`, 'Correct the policy.')];
  }
  try {
    if (source.length > maximumSourceLength) return [tooLong(source.length)];
    return language === 'python' ? judgePython(source, policy) : judgeJavaScript(source, policy);
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

const inWords = (count: number): string => count.toLocaleString('en');

const tooLong = (length: number): Finding =>
  cannotJudge(
    `This text has ${inWords(length)} characters; up to ${inWords(maximumSourceLength)} are judged.`,
    'Keep data out of the strategy: import it as a data set.',
  );
