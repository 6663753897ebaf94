import type { ReactNode } from 'react';
import styles from './script-result.module.css';

interface Props {
  /** How much there is, in words. */
  readonly extent?: string;
  /** At the line's end. */
  readonly children?: ReactNode;
}

/** The heading of a script's result. It says whose word it is wherever the result is looked at. */
export function ResultBar({ extent, children }: Props) {
  return (
    <div className={styles.bar}>
      <div className={styles.heading}>
        <h3 id="script-result-title" className={styles.title}>
          Result
        </h3>
        <p
          className={styles.word}
          title="This is what the strategy's own code computed. The host has not recomputed it."
        >
          computed by the strategy, not verified
        </p>
      </div>
      <div className={styles.tools}>
        {extent !== undefined && <p className={styles.extent}>{extent}</p>}
        <div className={styles.actions}>{children}</div>
      </div>
    </div>
  );
}
