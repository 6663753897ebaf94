import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';

interface FieldProps {
  readonly label: string;
  /** Why the value cannot be used; empty when it can. */
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
  /** The control under its label, as wide as there is room. */
  readonly stacked?: boolean;
  /** Renders the control, which must carry these attributes. */
  readonly children: (control: ControlAttributes) => ReactNode;
}

export interface ControlAttributes {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby'?: string;
}

/** A label beside or above its control, and beneath it what is wrong with the value. */
export function Field({ label, error, hint, stacked = false, children }: FieldProps) {
  const id = useId();
  const message = error || hint;
  const messageId = `${id}-message`;
  const invalid = Boolean(error);
  return (
    <div className={classNames(styles.field, stacked && styles.stacked)}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children({
        id,
        'aria-invalid': invalid,
        ...(message ? { 'aria-describedby': messageId } : {}),
      })}
      {message && (
        <p id={messageId} className={styles.message} data-invalid={invalid}>
          {message}
        </p>
      )}
    </div>
  );
}
