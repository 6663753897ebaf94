import { ChevronRight } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import styles from './folding-section.module.css';

interface Props {
  readonly title: string;
  /** What can be said of it while it is closed. */
  readonly brief?: string;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly testId: string;
  readonly ref?: Ref<HTMLDetailsElement>;
  readonly children: ReactNode;
}

/** A part of a result that opens under its heading. */
export function FoldingSection({ title, brief, open, onToggle, testId, ref, children }: Props) {
  return (
    <details
      ref={ref}
      className={styles.section}
      open={open}
      onToggle={(event) => onToggle(event.currentTarget.open)}
      data-testid={testId}
    >
      <summary className={styles.summary}>
        <ChevronRight size={14} aria-hidden className={styles.chevron} />
        {title}
        {brief !== undefined && <span className={styles.brief}>{brief}</span>}
      </summary>
      {children}
    </details>
  );
}
