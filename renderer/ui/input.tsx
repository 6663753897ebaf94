import type { ComponentProps } from 'react';
import styles from './field.module.css';

interface InputProps extends Omit<ComponentProps<'input'>, 'onChange'> {
  readonly unit?: string | undefined;
  readonly numeric?: boolean;
  readonly onValueChange: (value: string) => void;
}

/** One line of text, or a number with its unit; it reports the text as typed. */
export function Input({ unit, numeric = false, onValueChange, ...rest }: InputProps) {
  return (
    <div className={styles.box}>
      <input
        className={styles.input}
        data-numeric={numeric}
        inputMode={numeric ? 'decimal' : undefined}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onValueChange(event.target.value)}
        {...rest}
      />
      {unit && <span className={styles.unit}>{unit}</span>}
    </div>
  );
}
