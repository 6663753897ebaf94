import { applyRules } from '../apply-rules.ts';
import { cannotJudge } from '../cannot-judge.ts';
import type { Policy } from '../policy.ts';
import type { Finding } from '../types.ts';
import { dismantle } from './python/copy-tree.ts';
import { pythonParser } from './python/grammar.ts';
import { lateProblemOf } from './python/late-syntax.ts';
import { parsePython } from './python/parse.ts';
import { withQuickFixes } from './python/quick-fixes/index.ts';
import { readFacts } from './python/read-facts.ts';
import { PythonSurvey } from './python/survey.ts';
import type { SyntaxProblem } from './python/syntax.ts';
import { TooMuchWork, withinBounds } from './work.ts';

function refused(problem: SyntaxProblem): Finding {
  const fix = 'Correct this line; nothing runs until the whole text can be read.';
  return { ...cannotJudge(problem.message, fix), ...problem, ruleId: 'syntax-error' };
}

/** Every finding in a Python text; one that does not parse has exactly one. */
export function judgePython(source: string, policy: Policy): readonly Finding[] {
  const parser = pythonParser();
  if (typeof parser === 'string') {
    const message = `Python's parser is not loaded (${parser}), so no Python text can be judged.`;
    return [cannotJudge(message, 'Start Stratbox again; if it stays, install it anew.')];
  }
  const { module, nodes, problem } = parsePython(source, parser);
  if (problem !== undefined) return [refused(problem)];
  const survey = new PythonSurvey(module, nodes);
  const late = lateProblemOf(survey);
  if (late !== undefined) return [refused(late)];
  try {
    return withinBounds(source, () => {
      const reading = readFacts(source, survey);
      return withQuickFixes(applyRules(reading.facts, policy), reading);
    });
  } catch (error) {
    if (!(error instanceof TooMuchWork)) throw error;
    const message = 'This text is too tangled to be followed to its end, so nothing may run.';
    return [cannotJudge(message, 'Split it into simple steps, and keep data out of it.')];
  } finally {
    dismantle(nodes);
  }
}
