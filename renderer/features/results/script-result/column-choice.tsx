import { Columns3 } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { TickRow } from '../../../ui/tick-row.tsx';
import type { ChartSeries } from '../../../../shared/reports/script-result/chart-of-table.ts';
import styles from './column-choice.module.css';
import { colourOf } from './series-colours.ts';
import { mostShown, type Slots } from './shown-series.ts';

interface Props {
  readonly series: readonly ChartSeries[];
  readonly slots: Slots;
  readonly onToggle: (series: ChartSeries) => void;
}

/** Which columns are drawn: a list that stays open while one ticks. */
export function ColumnChoice({ series, slots, onToggle }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => setOpen(false), []);
  const shown = slots.filter((slot) => slot !== null).length;
  return (
    <>
      <Button
        ref={button}
        variant="ghost"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Columns3 aria-hidden />
        Columns
        <span className={styles.count}>
          {shown} of {series.length}
        </span>
      </Button>
      {open && (
        <Popover label="Columns drawn" anchor={button} width={240} onClose={close}>
          <ul className={styles.list}>
            {series.map((one) => {
              const slot = slots.findIndex((taken) => taken?.place === one.place);
              const checked = slot !== -1;
              const disabled = checked ? shown === 1 : shown === mostShown;
              return (
                <li key={one.place}>
                  <TickRow
                    name={one.name}
                    checked={checked}
                    disabled={disabled}
                    title={one.name}
                    onToggle={() => onToggle(one)}
                  >
                    {checked && (
                      <span className={styles.swatch} style={{ background: colourOf(slot) }} />
                    )}
                  </TickRow>
                </li>
              );
            })}
          </ul>
          {shown === mostShown && (
            <p className={styles.note}>At most {mostShown} can be told apart.</p>
          )}
        </Popover>
      )}
    </>
  );
}
