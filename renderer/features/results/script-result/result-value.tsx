import type { ReactNode } from 'react';
import { printAlone } from './print-number.ts';
import { ResultBar } from './result-bar.tsx';
import styles from './script-result.module.css';

type Value = number | string | boolean | null;

/** Longer texts are read, not looked at. */
const shortText = 48;

/** A single value, large enough to be what one sees first. */
export function ResultValue({
  value,
  actions,
}: {
  readonly value: Value;
  readonly actions: ReactNode;
}) {
  const { text, exact } = printValue(value);
  const lines = text.includes('\n');
  const long = lines || text.length > shortText;
  return (
    <>
      <ResultBar>{actions}</ResultBar>
      <div className={styles.valueBox}>
        <p
          className={long ? styles.longText : styles.value}
          data-missing={value === null}
          data-lines={lines}
        >
          {text}
        </p>
        {exact !== '' && <p className={styles.exact}>{exact}</p>}
      </div>
    </>
  );
}

/** A value in print, and to the last digit where print has fewer. */
export function printValue(value: Value): { readonly text: string; readonly exact: string } {
  if (value === null)
    return { text: 'No value', exact: 'The result is None, null or not a number.' };
  if (value === '') return { text: 'Empty text', exact: '' };
  if (typeof value !== 'number') return { text: String(value), exact: '' };
  const text = printAlone(value);
  const digits = text.replaceAll(',', '').replace('−', '-').replace('e−', 'e-');
  return { text, exact: Number(digits) === value ? '' : `exactly ${String(value)}` };
}
