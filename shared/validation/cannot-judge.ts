import type { Finding } from './types.ts';

/** The finding that stands for a text which could not be judged: it blocks the run. */
export function cannotJudge(message: string, fix: string): Finding {
  return {
    ruleId: 'cannot-judge',
    family: 'syntax',
    severity: 'error',
    points: 0,
    message,
    fix,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 2,
  };
}
