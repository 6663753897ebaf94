import type { TooltipContentProps } from 'recharts';
import chartStyles from '../equity-chart/performance-charts.module.css';
import type { LinePoint, PanelLine } from './line-panels.ts';
import { printAlone } from '../../../../shared/reports/script-result/print-number.ts';
import { colourOf } from './series-colours.ts';
import styles from './result-chart.module.css';

type Props = Pick<TooltipContentProps, 'active' | 'payload'> & {
  readonly lines: readonly PanelLine[];
  readonly print: (x: number) => string;
};

/** What the columns of one panel have at one place of the index. */
export function LinesTooltip({ active, payload, lines, print }: Props) {
  const point = payload[0]?.payload as LinePoint | undefined;
  if (!active || point === undefined) return null;
  return (
    <div className={chartStyles.tooltip}>
      <p className={chartStyles.tooltipDate}>{print(point.x)}</p>
      <ul className={styles.values}>
        {lines.flatMap(({ slot, name }) => {
          const value = point[slot];
          return value === undefined ? (
            []
          ) : (
            <li key={slot}>
              <span className={styles.swatch} style={{ background: colourOf(slot) }} />
              <span className={styles.name}>{name}</span>
              <span className={styles.figure}>{printAlone(value)}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
