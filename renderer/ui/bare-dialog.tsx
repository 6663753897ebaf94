import type { ReactNode } from 'react';
import styles from './dialog.module.css';
import { useModal } from './use-modal.ts';

interface BareDialogProps {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A modal without a title row, near the window's top: for the palette. */
export function BareDialog({ label, onClose, children }: BareDialogProps) {
  const element = useModal();
  return (
    <dialog
      ref={element}
      aria-label={label}
      className={`${styles.dialog} ${styles.bare}`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      {children}
    </dialog>
  );
}
