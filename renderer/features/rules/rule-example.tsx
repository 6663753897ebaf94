import styles from './rule-detail.module.css';
import { visibleCode } from './visible-code.ts';

interface Props {
  readonly code: string;
  /** What the rule marks in it; absent in code that it leaves alone. */
  readonly at?: string;
}

/** A rule's own example as code. */
export function RuleExample({ code, at }: Props) {
  return (
    <pre className={styles.example} data-found={at !== undefined} tabIndex={0}>
      {visibleCode(code, at).map(({ text, marked, hidden }, index) => {
        const shown = hidden ? <span className={styles.hidden}>{text}</span> : text;
        return marked ? <mark key={index}>{shown}</mark> : <span key={index}>{shown}</span>;
      })}
    </pre>
  );
}
