import type { RunError, RunRecord } from '../../../shared/contract/models/run.ts';

/** How the pane presents a run. `mismatch` comes first: nothing may pass off its figures as valid. */
export type RunOutcome = RunRecord['status'] | 'mismatch';

export function outcomeOf(record: RunRecord): RunOutcome {
  const mismatched =
    record.error?.code === 'replay-mismatch' || record.badges.verified.state === 'failed';
  // A run that failed, was blocked or cancelled shows no figures, so its own reason says more.
  return mismatched && (record.status === 'done' || record.error?.code === 'replay-mismatch')
    ? 'mismatch'
    : record.status;
}

const errorTitles: Record<RunError['code'], string> = {
  'strategy-error': 'The strategy stopped with an error',
  'time-limit': 'The run took longer than its time limit',
  'out-of-memory': 'The strategy ran out of memory',
  'output-limit': 'The strategy printed more than is allowed',
  'protocol-violation': 'The sandbox sent something it must not send',
  'engine-lost': 'The container engine went away during the run',
  'replay-mismatch': 'The figures could not be verified',
  killed: 'The sandbox was killed',
  blocked: 'Blocked before it ran',
  cancelled: 'Run cancelled',
  'no-sandbox': 'No sandbox can take this run',
  internal: 'Stratbox itself failed',
};

export interface OutcomeText {
  readonly title: string;
  readonly message: string;
  readonly hint: string;
}

function blockedTitle({ decision, findings }: RunRecord['assessment']): string {
  if (decision === 'review') return 'Waiting for your review';
  const unread = findings.find(({ family }) => family === 'syntax');
  if (unread?.ruleId === 'syntax-error') return 'Syntax error';
  return unread ? 'The code could not be judged' : 'Blocked by the policy';
}

/** What happened and what to do next, in words, for a run without figures. */
export function describeOutcome(record: RunRecord): OutcomeText {
  const { error, status, assessment } = record;
  if (status === 'blocked') {
    const title = blockedTitle(assessment);
    return {
      title,
      message: error?.message ?? 'The findings in the code did not allow the run.',
      hint: error?.hint ?? 'Read the findings and change what they name.',
    };
  }
  if (error === null) {
    return {
      title: 'No result',
      message: 'This run ended without a result.',
      hint: 'Run it again.',
    };
  }
  return { title: errorTitles[error.code], message: error.message, hint: error.hint };
}
