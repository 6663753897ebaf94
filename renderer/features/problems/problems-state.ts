import type { AppErrorShape } from '../../../shared/contract/errors.ts';
import type { RunRecord } from '../../../shared/contract/models/run.ts';
import type { CheckedSource } from '../../../shared/contract/models/validation.ts';
import type { Family, Finding, QuickFix, Severity } from '../../../shared/validation/types.ts';

/** The judgement of the text that is shown, and how current it is. */
export interface ProblemsState {
  readonly documentId: string | null;
  /** Counts the checks; only the newest one's answer counts. */
  readonly sequence: number;
  readonly status: 'idle' | 'checking' | 'done' | 'failed';
  readonly assessment: CheckedSource | null;
  /** The exact text that `assessment` is about; places hold for no other. */
  readonly judgedText: string | null;
  readonly failure: AppErrorShape | null;
}

export const initialProblemsState: ProblemsState = {
  documentId: null,
  sequence: 0,
  status: 'idle',
  assessment: null,
  judgedText: null,
  failure: null,
};

/** Another text is to be judged; the old judgement stays in view while the same strategy is edited. */
export function checkStarted(state: ProblemsState, documentId: string): ProblemsState {
  const same = documentId === state.documentId;
  return {
    documentId,
    sequence: state.sequence + 1,
    status: 'checking',
    assessment: same ? state.assessment : null,
    judgedText: same ? state.judgedText : null,
    failure: null,
  };
}

export function checkAnswered(
  state: ProblemsState,
  sequence: number,
  assessment: CheckedSource,
  judgedText: string,
): ProblemsState {
  return sequence === state.sequence ? { ...state, status: 'done', assessment, judgedText } : state;
}

export function checkFailed(
  state: ProblemsState,
  sequence: number,
  failure: AppErrorShape,
): ProblemsState {
  return sequence === state.sequence ? { ...state, status: 'failed', failure } : state;
}

/** One line of the list, whoever reports it. */
export interface Problem {
  readonly key: string;
  readonly severity: Severity;
  /** 'run' is what stopped the last run. */
  readonly family: Family | 'run';
  /** The rule, or where else it comes from. */
  readonly source: string;
  readonly points: number;
  readonly message: string;
  readonly fix: string;
  readonly line: number;
  readonly column: number;
  readonly quickFix: QuickFix | undefined;
}

/** The findings in the order of the text, after what stopped the last run of exactly this text. */
export function problemsOf(
  findings: readonly Finding[],
  record: RunRecord | null,
  text: string | undefined,
): Problem[] {
  const sorted = findings.toSorted((a, b) => a.line - b.line || a.column - b.column);
  const listed = sorted.map((finding, index) => ({
    key: `${index} ${finding.ruleId}`,
    severity: finding.severity,
    family: finding.family,
    source: finding.ruleId,
    points: finding.points,
    message: finding.message,
    fix: finding.fix,
    line: finding.line,
    column: finding.column,
    quickFix: finding.quickFix,
  }));
  const runProblem = runProblemOf(record, text);
  return runProblem ? [runProblem, ...listed] : listed;
}

/** The error of the run that is shown, as long as the text is still the one that ran. */
export function runProblemOf(record: RunRecord | null, text: string | undefined): Problem | null {
  if (record?.error?.line === undefined || record.source !== text) return null;
  // A blocked run repeats what is in the list already.
  if (record.status === 'blocked') return null;
  const { message, hint, line, column = 1 } = record.error;
  return {
    key: `run ${record.summary.runId}`,
    severity: 'error',
    family: 'run',
    source: 'run',
    points: 0,
    message,
    fix: hint,
    line,
    column,
    quickFix: undefined,
  };
}

/** Why a text could not be judged at all, or undefined: its score of 0 then says nothing. */
export function unjudged(findings: readonly Finding[]): Finding | undefined {
  return findings.find(({ family }) => family === 'syntax');
}

export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly lookAhead: number;
}

export function countFindings(findings: readonly Finding[]): ProblemCounts {
  const count = (test: (finding: Finding) => boolean) => findings.filter(test).length;
  return {
    errors: count(({ severity }) => severity === 'error'),
    warnings: count(({ severity }) => severity === 'warning'),
    lookAhead: count(({ family }) => family === 'look-ahead'),
  };
}
