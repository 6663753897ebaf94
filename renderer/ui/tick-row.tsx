import type { ReactNode } from 'react';
import styles from './tick-row.module.css';

interface Props {
  readonly name: string;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly title?: string | undefined;
  readonly onToggle: (checked: boolean) => void;
  /** What stands at the row's end. */
  readonly children?: ReactNode;
}

/** One thing to tick, in a list of such. */
export function TickRow({ name, checked, disabled, title, onToggle, children }: Props) {
  return (
    <label className={styles.row} data-disabled={disabled} title={title}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={({ target }) => onToggle(target.checked)}
      />
      <span className={styles.name}>{name}</span>
      {children}
    </label>
  );
}
