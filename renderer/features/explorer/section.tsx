import { ChevronRight } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import styles from './section.module.css';

interface SectionProps {
  readonly title: string;
  /** Icon buttons at the heading's end. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One heading of the explorer with what belongs to it; it folds. */
export function Section({ title, actions, children }: SectionProps) {
  const [open, setOpen] = useState(true);
  const contentId = useId();
  return (
    <section className={styles.section} aria-label={title}>
      <header className={styles.header}>
        <h2 className={styles.heading}>
          <button
            type="button"
            aria-expanded={open}
            aria-controls={contentId}
            onClick={() => setOpen(!open)}
          >
            <ChevronRight aria-hidden="true" data-open={open} />
            {title}
          </button>
        </h2>
        {actions}
      </header>
      <div id={contentId} hidden={!open}>
        {children}
      </div>
    </section>
  );
}
