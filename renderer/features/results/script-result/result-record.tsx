import type { ReactNode } from 'react';
import type { ScriptResult } from '../../../../shared/contract/models/script-result.ts';
import { formatCount, formatNumber } from '../format/format-number.ts';
import { ResultBar } from './result-bar.tsx';
import { printValue } from '../../../../shared/reports/script-result/print-value.ts';
import styles from './script-result.module.css';

interface Props {
  readonly record: Extract<ScriptResult, { kind: 'record' }>;
  readonly actions: ReactNode;
}

/** Named values beneath each other, the numbers under one another. */
export function ResultRecord({ record: { entries, entryCount }, actions }: Props) {
  const extent =
    entryCount > entries.length
      ? `first ${formatNumber(entries.length)} of ${formatCount(entryCount, 'value')}`
      : formatCount(entryCount, 'value');
  return (
    <>
      <ResultBar extent={extent}>{entries.length > 0 && actions}</ResultBar>
      {entries.length === 0 ? (
        <p className={styles.none}>The result is an empty dictionary.</p>
      ) : (
        // What may scroll must be reachable by keyboard.
        <div
          className={styles.recordBox}
          tabIndex={0}
          role="region"
          aria-label="Values of the result"
        >
          <dl className={styles.record}>
            {entries.map(({ name, value }, index) => {
              const { text, exact } = printValue(value);
              return (
                <div key={index} className={styles.entry}>
                  <dt title={name}>{name}</dt>
                  <dd
                    data-figure={typeof value === 'number'}
                    data-missing={value === null || value === ''}
                    title={exact || undefined}
                  >
                    {text}
                  </dd>
                </div>
              );
            })}
          </dl>
        </div>
      )}
    </>
  );
}
