import type { ComponentProps } from 'react';
import styles from './field.module.css';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface SelectProps<Value extends string> extends Omit<
  ComponentProps<'select'>,
  'onChange' | 'value'
> {
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onValueChange: (value: Value) => void;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, onValueChange, ...rest } = props;
  return (
    <div className={styles.box}>
      <select
        className={styles.input}
        onChange={(event) => onValueChange(event.target.value as Value)}
        {...rest}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
