import { Ban, CircleSlash, OctagonAlert, ShieldAlert, Unplug } from 'lucide-react';
import type { RunError, RunRecord } from '../../../../shared/contract/models/run.ts';
import { CodeText } from '../../../ui/code-text.tsx';
import { Button } from '../../../ui/button.tsx';
import { formatBarTime } from '../format/format-date.ts';
import { FindingLinks } from '../notices/finding-links.tsx';
import { describeOutcome } from '../run-outcome.ts';
import styles from './states.module.css';

interface Props {
  readonly record: RunRecord;
  readonly onGoToLine: (line: number, column: number) => void;
  readonly onReview: () => void;
}

const icons = {
  done: OctagonAlert,
  failed: OctagonAlert,
  blocked: ShieldAlert,
  cancelled: CircleSlash,
  'no-sandbox': Unplug,
};
const tones = {
  done: 'critical',
  failed: 'critical',
  blocked: 'medium',
  cancelled: 'neutral',
  'no-sandbox': 'medium',
};

/** A run without figures: what happened, where in the code, and what to do next. */
export function OutcomePanel({ record, onGoToLine, onReview }: Props) {
  const { status, error, assessment } = record;
  const { title, message, hint } = describeOutcome(record);
  const Icon = status === 'blocked' && assessment.decision === 'reject' ? Ban : icons[status];
  const rejected = status === 'blocked' && assessment.decision === 'reject';
  // A blocked run lists its findings, each with its own line.
  const line = status === 'blocked' && assessment.findings.length > 0 ? undefined : error?.line;
  const isListed = status === 'blocked' && assessment.findings[0]?.message === message;
  const where = error === null ? '' : describeBar(error);

  return (
    <section
      className={styles.outcome}
      data-tone={rejected ? 'critical' : tones[status]}
      data-testid="run-error"
      data-status={status}
      aria-labelledby="outcome-title"
    >
      <Icon size={18} aria-hidden className={styles.outcomeIcon} />
      <div className={styles.outcomeBody}>
        <h3 id="outcome-title" className={styles.outcomeTitle}>
          {title}
        </h3>
        {!isListed && (
          <p className={styles.outcomeMessage}>
            <CodeText text={message} />
          </p>
        )}
        {(line !== undefined || where) && (
          <p className={styles.place}>
            {line !== undefined && (
              <button
                type="button"
                className={styles.link}
                onClick={() => onGoToLine(line, error?.column ?? 1)}
              >
                Go to line {line}
                {error?.column !== undefined && `, column ${error.column}`}
              </button>
            )}
            {where && <span>{where}</span>}
          </p>
        )}
        {status === 'blocked' && (
          <FindingLinks findings={assessment.findings} onGoToLine={onGoToLine} />
        )}
        {hint && <p className={styles.hint}>{hint}</p>}
        {status === 'blocked' && assessment.decision === 'review' && (
          <Button variant="primary" className={styles.action} onClick={onReview}>
            Review findings
          </Button>
        )}
      </div>
    </section>
  );
}

/** The bar at which it happened, unless the hint names it already. */
function describeBar({ bar, barTime, hint }: RunError): string {
  if (bar === undefined || hint.includes(`bar ${bar}`)) return '';
  const parsed = barTime === undefined ? NaN : Date.parse(barTime);
  return Number.isNaN(parsed) ? `at bar ${bar}` : `at bar ${bar} (${formatBarTime(parsed)})`;
}
