import type { CSSProperties } from 'react';
import {
  numberPrintOf,
  printNumber,
} from '../../../../shared/reports/script-result/print-number.ts';
import { noValue } from '../../../../shared/reports/script-result/print-column.ts';
import { barSpan, placeOfBar } from './bar-places.ts';
import type { BarsChart as Bars } from '../../../../shared/reports/script-result/chart-of-table.ts';
import seriesStyles from '../equity-chart/named-series.module.css';
import styles from './result-chart.module.css';
import { colourOf } from './series-colours.ts';
import type { Slots } from './shown-series.ts';

interface Props {
  readonly chart: Bars;
  readonly slots: Slots;
}

/** A bar for each row and shown column, from one common zero. The figures stand beside them to be read. */
export function BarsChart({ chart, slots }: Props) {
  const shown = slots.flatMap((series, slot) => {
    if (series === null) return [];
    const print = numberPrintOf(series.values, false);
    return [{ ...series, slot, print: (value: number) => printNumber(value, print) }];
  });
  const span = barSpan(shown.flatMap(({ values }) => values));
  return (
    <div className={styles.bars} data-testid="script-result-bars">
      <ul className={seriesStyles.legend} aria-label="Columns">
        {shown.map(({ slot, name }) => (
          <li key={slot} className={seriesStyles.series}>
            <span className={styles.block} style={{ background: colourOf(slot) }} aria-hidden />
            <span className={seriesStyles.name} title={name}>
              {name}
            </span>
          </li>
        ))}
      </ul>
      <dl className={styles.rows}>
        {chart.labels.map((label, row) => (
          <div key={row} className={styles.barRow}>
            <dt className={styles.barLabel} title={label}>
              {label}
            </dt>
            {shown.map(({ slot, name, values, print }) => {
              const value = values[row] ?? null;
              return (
                <dd key={slot} className={styles.bar} title={shown.length > 1 ? name : undefined}>
                  <span
                    className={styles.track}
                    style={{ '--zero': `${span.zero}%` } as CSSProperties}
                  >
                    {value !== null && (
                      <span
                        className={styles.fill}
                        style={{ ...placeOfBar(value, span), background: colourOf(slot) }}
                      />
                    )}
                  </span>
                  <span className={styles.barFigure}>
                    {value === null ? noValue : print(value)}
                  </span>
                </dd>
              );
            })}
          </div>
        ))}
      </dl>
    </div>
  );
}
