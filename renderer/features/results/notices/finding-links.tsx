import type { RunRecord } from '../../../../shared/contract/models/run.ts';
import { CodeText } from '../../../ui/code-text.tsx';
import styles from './notice-list.module.css';

interface Props {
  readonly findings: Readonly<RunRecord['assessment']['findings']>;
  readonly onGoToLine: (line: number, column: number) => void;
}

/** Findings, each with the points it scored; choosing one goes to its line in the editor. */
export function FindingLinks({ findings, onGoToLine }: Props) {
  if (findings.length === 0) return null;
  return (
    <ul className={styles.findings}>
      {findings.map(({ ruleId, line, column, message, points }, index) => (
        <li key={`${index}-${ruleId}`}>
          <button type="button" className={styles.finding} onClick={() => onGoToLine(line, column)}>
            <span className={styles.line}>Line {line}</span>
            <span className={styles.message}>
              <CodeText text={message} />
            </span>
            {points > 0 && <span className={styles.points}>+{points}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
