import { ArrowDown, ArrowUp, Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Finding } from '../../../shared/validation/types.ts';
import { Button } from '../../ui/button.tsx';
import { CodeText } from '../../ui/code-text.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ruleOf } from '../rules/rule-of.ts';
import { excerptOf } from './finding-excerpt.ts';
import styles from './review-dialog.module.css';

interface Props {
  readonly finding: Finding;
  readonly text: string;
  readonly position: number;
  readonly count: number;
  readonly read: boolean;
  readonly onTick: () => void;
  readonly onMove: (step: 1 | -1) => void;
}

/** One finding: what it is, why it matters, and the code around it. */
export function ReviewFinding(props: Props) {
  const { finding, text, position, count, read, onTick, onMove } = props;
  const { ruleId, message, fix, line } = finding;
  const rule = ruleOf(ruleId);
  const tick = useRef<HTMLButtonElement>(null);
  // Enter again and again reads one after the other.
  useEffect(() => tick.current?.focus(), []);
  return (
    <article className={styles.finding} aria-label={rule?.title ?? ruleId}>
      <h3>{rule?.title ?? ruleId}</h3>
      <p>
        <CodeText text={message} />
      </p>
      <pre className={styles.code} aria-label={`The code around line ${line}`} tabIndex={0}>
        {excerptOf(text, finding).map(({ number, before, marked, after }) => (
          <div key={number} data-marked={marked !== ''}>
            <span className={styles.number}>{number}</span>
            {before}
            {marked !== '' && <mark>{marked}</mark>}
            {after}
          </div>
        ))}
      </pre>
      <dl>
        {rule && (
          <>
            <dt>Why</dt>
            <dd>
              <CodeText text={rule.explain} />
            </dd>
          </>
        )}
        <dt>Instead</dt>
        <dd>
          <CodeText text={fix} />
        </dd>
      </dl>
      <footer>
        <IconButton label="Previous finding" disabled={position === 0} onClick={() => onMove(-1)}>
          <ArrowUp />
        </IconButton>
        <IconButton
          label="Next finding"
          disabled={position === count - 1}
          onClick={() => onMove(1)}
        >
          <ArrowDown />
        </IconButton>
        <span>
          {position + 1} of {count}
        </span>
        <Button ref={tick} data-autofocus variant={read ? 'secondary' : 'primary'} onClick={onTick}>
          <Check aria-hidden="true" />
          {read ? 'Read: take it back' : 'I have read this'}
        </Button>
      </footer>
    </article>
  );
}
