import { applyRules } from '../apply-rules.ts';
import { cannotJudge } from '../cannot-judge.ts';
import type { Policy } from '../policy.ts';
import type { Finding } from '../types.ts';
import { parseJavaScript } from './javascript/parse.ts';
import { withQuickFixes } from './javascript/quick-fixes/index.ts';
import { readFacts } from './javascript/read-facts.ts';
import { TooMuchWork, withinBounds } from './work.ts';

/** Every finding in a JavaScript text; one that does not parse has exactly one. */
export function judgeJavaScript(source: string, policy: Policy): readonly Finding[] {
  const { program, problem } = parseJavaScript(source);
  if (problem !== undefined) {
    const fix = 'Correct this line; nothing runs until the whole text can be read.';
    return [{ ...cannotJudge(problem.message, fix), ...problem, ruleId: 'syntax-error' }];
  }
  try {
    return withinBounds(source, () => {
      const reading = readFacts(source, program);
      return withQuickFixes(applyRules(reading.facts, policy), reading);
    });
  } catch (error) {
    if (!(error instanceof TooMuchWork)) throw error;
    const message = 'This text is too tangled to be followed to its end, so nothing may run.';
    return [cannotJudge(message, 'Split it into simple steps, and keep data out of it.')];
  }
}
