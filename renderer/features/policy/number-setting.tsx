import { useState } from 'react';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly unit?: string;
  readonly disabled?: boolean;
  /** Why a number cannot be taken; '' when it can. */
  readonly check: (value: number) => string;
  readonly onSettle: (value: number) => void;
}

/** A whole number that is taken when one leaves the field or presses Enter, and only if it may be. */
export function NumberSetting({ label, value, unit, disabled, check, onSettle }: Props) {
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? String(value);
  const error = text === null ? '' : errorOf(text, check);
  const settle = () => {
    if (text === null || error !== '') return;
    setText(null);
    if (Number(text) !== value) onSettle(Number(text));
  };
  return (
    <Field label={label} error={error}>
      {(control) => (
        <Input
          {...control}
          numeric
          unit={unit}
          disabled={disabled}
          value={shown}
          onValueChange={setText}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === 'Enter') settle();
            if (event.key !== 'Escape' || text === null) return;
            // The dialog around it stays open: only what was typed is given up.
            event.preventDefault();
            event.stopPropagation();
            setText(null);
          }}
        />
      )}
    </Field>
  );
}

function errorOf(text: string, check: (value: number) => string): string {
  return /^\s*\d+\s*$/.test(text) ? check(Number(text)) : 'Write a whole number.';
}
