import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './sandbox-dialog.module.css';

interface DisclosureProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** What most people need not see, behind its name. */
export function Disclosure({ label, children }: DisclosureProps) {
  return (
    <details className={styles.disclosure}>
      <summary>
        <ChevronRight size={14} aria-hidden="true" />
        {label}
      </summary>
      {children}
    </details>
  );
}
