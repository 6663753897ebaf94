import { ShieldX } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import styles from './states.module.css';

interface Props {
  /** How the replay differs, in words. */
  readonly detail: string;
  /** The replay's figures, or null if there are none. */
  readonly figures: ReactNode;
}

/** A result that failed verification. Its figures are hidden, and marked when asked for. */
export function MismatchPanel({ detail, figures }: Props) {
  const [shown, setShown] = useState(false);
  return (
    <>
      <section
        className={styles.outcome}
        data-tone="critical"
        data-testid="run-error"
        data-status="mismatch"
        aria-labelledby="mismatch-title"
      >
        <ShieldX size={18} aria-hidden className={styles.outcomeIcon} />
        <div className={styles.outcomeBody}>
          <h3 id="mismatch-title" className={styles.outcomeTitle}>
            Verification failed: do not use this result
          </h3>
          <p className={styles.outcomeMessage}>{detail}</p>
          <p className={styles.hint}>
            Run it again. If it happens again, treat this strategy as hostile and read its code.
          </p>
          {figures !== null && (
            <Button
              className={styles.action}
              aria-expanded={shown}
              onClick={() => setShown(!shown)}
            >
              {shown ? 'Hide the figures' : 'Show the figures anyway'}
            </Button>
          )}
        </div>
      </section>
      {shown && (
        <section className={styles.unverified} aria-label="Figures that are not verified">
          <p className={styles.unverifiedTitle}>Not verified</p>
          {figures}
        </section>
      )}
    </>
  );
}
