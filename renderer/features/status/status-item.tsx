import type { ReactNode, RefObject } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import type { Tone } from '../../ui/tone.ts';
import styles from './status-bar.module.css';

interface StatusItemProps {
  readonly children: ReactNode;
  readonly tone?: Tone;
  readonly tooltip?: string;
  readonly className?: string | undefined;
  readonly testId?: string;
  readonly onClick?: () => void;
  /** For what opens a panel: where it hangs from, and whether it is open. */
  readonly anchor?: RefObject<HTMLButtonElement | null>;
  readonly expanded?: boolean;
}

/** One entry of the status bar; a button where there is more to see. */
export function StatusItem(props: StatusItemProps) {
  const { children, tone, tooltip, className, testId, onClick, anchor, expanded } = props;
  const attributes = { 'data-tone': tone, 'data-testid': testId };
  const item = onClick ? (
    <button
      type="button"
      className={classNames(styles.item, styles.button, className)}
      onClick={onClick}
      aria-expanded={expanded}
      {...(anchor ? { ref: anchor, 'aria-haspopup': 'dialog' } : {})}
      {...attributes}
    >
      {children}
    </button>
  ) : (
    <span className={classNames(styles.item, className)} {...attributes}>
      {children}
    </span>
  );
  return tooltip ? <Tooltip text={tooltip}>{item}</Tooltip> : item;
}
