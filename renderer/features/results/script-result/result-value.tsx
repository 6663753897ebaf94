import type { ReactNode } from 'react';
import {
  printValue,
  type PlainValue,
} from '../../../../shared/reports/script-result/print-value.ts';
import { ResultBar } from './result-bar.tsx';
import styles from './script-result.module.css';

/** Longer texts are read, not looked at. */
const shortText = 48;

/** A single value, large enough to be what one sees first. */
export function ResultValue({
  value,
  actions,
}: {
  readonly value: PlainValue;
  readonly actions: ReactNode;
}) {
  const { text, exact } = printValue(value);
  const lines = text.includes('\n');
  const long = lines || text.length > shortText;
  return (
    <>
      <ResultBar>{actions}</ResultBar>
      <div className={styles.valueBox}>
        {long ? (
          // What may scroll must be reachable by keyboard.
          <div
            className={styles.longText}
            data-lines={lines}
            tabIndex={0}
            role="region"
            aria-label="Text of the result"
          >
            {text}
          </div>
        ) : (
          <p className={styles.value} data-missing={value === null}>
            {text}
          </p>
        )}
        {exact !== '' && <p className={styles.exact}>{exact}</p>}
      </div>
    </>
  );
}
