import type { KeyboardEvent, ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import styles from './row.module.css';

interface RowProps {
  readonly icon: ReactNode;
  readonly name: string;
  readonly detail?: string | undefined;
  readonly tooltip?: string | undefined;
  readonly current?: boolean;
  /** Switched on or off by opening it, beside others of its kind. */
  readonly pressed?: boolean;
  /** Has unsaved edits. */
  readonly edited?: boolean;
  readonly onOpen: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  /** Shown while one points at the row or works in it. */
  readonly actions?: ReactNode;
}

/** One line of the explorer's lists. */
export function Row(props: RowProps) {
  const {
    icon,
    name,
    detail,
    tooltip,
    current = false,
    pressed,
    edited,
    onOpen,
    onKeyDown,
    actions,
  } = props;
  const button = (
    <button
      type="button"
      data-row
      aria-current={current ? 'true' : undefined}
      aria-pressed={pressed}
      className={styles.open}
      onClick={onOpen}
      onKeyDown={onKeyDown}
    >
      {icon}
      <span className={styles.name}>{name}</span>
      {edited && <span className={styles.dot} role="img" aria-label="unsaved edits" />}
      {detail && <span className={styles.detail}>{detail}</span>}
    </button>
  );
  return (
    <li className={classNames(styles.row, (current || pressed) && styles.current)}>
      {tooltip ? <Tooltip text={tooltip}>{button}</Tooltip> : button}
      {actions && <span className={styles.actions}>{actions}</span>}
    </li>
  );
}
