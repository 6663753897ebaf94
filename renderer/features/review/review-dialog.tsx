import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { presets } from '../../../shared/validation/policy.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { toneOfLevel } from '../../ui/tone.ts';
import { printShortcut } from '../palette/shortcuts.ts';
import { usePolicyStore } from '../policy/policy-store.ts';
import { ReviewFinding } from './review-finding.tsx';
import styles from './review-dialog.module.css';
import { ReviewList } from './review-list.tsx';
import { findingsToRead, initialReviewState, isReadWhole, moved, ticked } from './review-state.ts';
import { useReviewStore, type PendingReview } from './review-store.ts';

const shortestReason = 3;
const acceptKeys = printShortcut({ key: 'Enter', mod: true });

/** A medium risk runs only after a person has read every finding beside its code and said why. */
export function ReviewDialog() {
  const pending = useReviewStore((state) => state.pending);
  return pending ? <Review key={pending.assessment.sourceHash} {...pending} /> : null;
}

function Review({ assessment, text }: PendingReview) {
  const answer = useReviewStore((state) => state.answer);
  const families = usePolicyStore((store) => store.state?.policy.families);
  const [reason, setReason] = useState('');
  const [state, setState] = useState(initialReviewState);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const { riskLevel, riskScore, sourceHash, policy } = assessment;
  const findings = findingsToRead(assessment, { families: families ?? presets.standard.families });
  const count = findings.length;
  const finding = findings[state.at];
  const whole = isReadWhole(state, count);
  useEffect(() => {
    if (whole) reasonField.current?.focus();
  }, [whole]);

  const ready = whole && reason.trim().length >= shortestReason;
  const accept = () =>
    answer({ sourceHash, policyHash: policy?.hash ?? '', reason: reason.trim() });
  const acceptByKey = (event: KeyboardEvent) => {
    if (ready && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) accept();
  };
  const moveByKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setState(moved(state, step > 0 ? 1 : -1, count));
  };

  return (
    <Dialog
      title="Review before this run"
      width={980}
      onClose={() => answer(null)}
      footer={
        <>
          <label className={styles.reason}>
            <span className="visually-hidden">Why is this acceptable?</span>
            <textarea
              ref={reasonField}
              rows={2}
              maxLength={500}
              value={reason}
              disabled={!whole}
              placeholder={
                whole
                  ? `Why is this acceptable? (${acceptKeys} accepts)`
                  : 'Read every finding first, then say here why they are acceptable'
              }
              onKeyDown={acceptByKey}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
          <Button onClick={() => answer(null)}>Do not run</Button>
          <Button variant="primary" disabled={!ready} onClick={accept}>
            Accept and run
          </Button>
        </>
      }
    >
      <div className={styles.review} onKeyDown={moveByKey}>
        <p className={styles.intro}>
          <Badge tone={toneOfLevel(riskLevel)}>
            {riskScore} {riskLevel}
          </Badge>
          <span>
            The policy wants a person to look at this. It still runs inside the sandbox. What you
            accept holds for exactly this text, until it changes or the policy asks for more, and is
            kept with each run.
          </span>
          <span className={styles.progress} role="status">
            {state.read.size} of {count} read
          </span>
        </p>
        <div className={styles.columns}>
          <ReviewList
            findings={findings}
            state={state}
            onShow={(at) => setState({ ...state, at })}
            onTick={(index) => setState(ticked(state, index, count))}
          />
          {finding && (
            <ReviewFinding
              key={state.at}
              finding={finding}
              text={text}
              position={state.at}
              count={count}
              read={state.read.has(state.at)}
              onTick={() => setState(ticked(state, state.at, count))}
              onMove={(step) => setState(moved(state, step, count))}
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}
