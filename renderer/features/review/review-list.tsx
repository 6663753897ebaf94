import { useEffect, useRef } from 'react';
import type { Finding } from '../../../shared/validation/types.ts';
import { Badge } from '../../ui/badge.tsx';
import { toneOfFinding } from '../editor/finding-marks.ts';
import { ruleOf } from '../rules/rule-of.ts';
import styles from './review-dialog.module.css';
import type { ReviewState } from './review-state.ts';

interface Props {
  readonly findings: readonly Finding[];
  readonly state: ReviewState;
  readonly onShow: (index: number) => void;
  readonly onTick: (index: number) => void;
}

/** All findings with their ticks; choosing one shows it. */
export function ReviewList({ findings, state, onShow, onTick }: Props) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [state.at]);
  return (
    <ol ref={list} className={styles.list} aria-label="Findings">
      {findings.map((finding, index) => {
        const { ruleId, line, points } = finding;
        const title = ruleOf(ruleId)?.title ?? ruleId;
        return (
          <li key={index} aria-current={index === state.at}>
            <input
              type="checkbox"
              aria-label={`Read: ${title}, line ${line}`}
              checked={state.read.has(index)}
              onChange={() => onTick(index)}
            />
            <button type="button" tabIndex={-1} onClick={() => onShow(index)}>
              <span>{title}</span>
              <span className={styles.line}>Line {line}</span>
            </button>
            {points > 0 && <Badge tone={toneOfFinding(finding)}>+{points}</Badge>}
          </li>
        );
      })}
    </ol>
  );
}
