import { useState } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { CodeText } from '../../ui/code-text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { toneOfLevel } from '../../ui/tone.ts';
import { toneOfFinding } from '../editor/finding-marks.ts';
import { excerptOf } from './finding-excerpt.ts';
import styles from './review-dialog.module.css';
import { useReviewStore, type PendingReview } from './review-store.ts';

const shortestReason = 3;

/** A medium risk runs only after a person has read every finding beside its code and said why. */
export function ReviewDialog() {
  const pending = useReviewStore((state) => state.pending);
  return pending ? <Review key={pending.assessment.sourceHash} {...pending} /> : null;
}

function Review({ assessment, text }: PendingReview) {
  const answer = useReviewStore((state) => state.answer);
  const [reason, setReason] = useState('');
  const { findings, riskLevel, riskScore, sourceHash, policy } = assessment;
  const accept = () =>
    answer({ sourceHash, policyHash: policy?.hash ?? '', reason: reason.trim() });
  const tooShort = reason.trim().length < shortestReason;
  return (
    <Dialog
      title="Review before this run"
      width={680}
      onClose={() => answer(null)}
      footer={
        <>
          <Button onClick={() => answer(null)}>Do not run</Button>
          <Button variant="primary" disabled={tooShort} onClick={accept}>
            Accept and run
          </Button>
        </>
      }
    >
      <p className={styles.intro}>
        <Badge tone={toneOfLevel(riskLevel)}>
          {riskScore} {riskLevel}
        </Badge>{' '}
        The strategy does something that its policy wants a person to look at. It still runs inside
        the sandbox. Your acceptance holds for exactly this text, until it changes or the policy
        asks for more, and is kept with each run.
      </p>
      <ul className={styles.findings}>
        {findings.map((finding, index) => (
          <li key={index} className={styles.finding}>
            <div className={styles.heading}>
              <Badge tone={toneOfFinding(finding)}>
                {finding.points > 0 ? `+${finding.points} ` : ''}
                {finding.ruleId}
              </Badge>
              <span>
                <CodeText text={finding.message} />
              </span>
            </div>
            <pre className={styles.code} aria-label={`Line ${finding.line}`}>
              {excerptOf(text, finding).map((line) => (
                <div key={line.number} data-marked={line.marked}>
                  <span className={styles.number}>{line.number}</span>
                  {line.text}
                </div>
              ))}
            </pre>
            <p className={styles.fix}>
              <CodeText text={finding.fix} />
            </p>
          </li>
        ))}
      </ul>
      <label className={styles.reason}>
        Why is this acceptable?
        <textarea
          data-autofocus
          rows={2}
          maxLength={500}
          value={reason}
          placeholder="For example: it only looks up a method of my own table"
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </Dialog>
  );
}
