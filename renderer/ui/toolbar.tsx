import type { ReactNode } from 'react';
import styles from './toolbar.module.css';

interface ToolbarProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** The row of actions at a pane's top. `ToolbarSpacer` pushes what follows to its end. */
export function Toolbar({ label, children }: ToolbarProps) {
  return (
    <div role="toolbar" aria-label={label} className={styles.toolbar}>
      {children}
    </div>
  );
}

export function ToolbarSpacer() {
  return <div className={styles.spacer} />;
}
