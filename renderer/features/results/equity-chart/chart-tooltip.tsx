import type { TooltipContentProps } from 'recharts';
import { formatBarTime } from '../format/format-date.ts';
import { formatMoney, formatPercent } from '../format/format-number.ts';
import type { CurvePoint } from './curve-points.ts';
import styles from './performance-charts.module.css';

type Props = Pick<TooltipContentProps, 'active' | 'payload'> & {
  readonly benchmarkName: string;
};

/** All that is known of one date, whichever of the two charts the pointer is over. */
export function ChartTooltip({ active, payload, benchmarkName }: Props) {
  const point = payload[0]?.payload as CurvePoint | undefined;
  if (!active || point === undefined) return null;
  const { time, equity, benchmark, drawdown } = point;
  return (
    <div className={styles.tooltip}>
      <p className={styles.tooltipDate}>{formatBarTime(time)}</p>
      <dl>
        <dt data-series="equity">Strategy</dt>
        <dd>{formatMoney(equity)}</dd>
        <dt data-series="benchmark">{benchmarkName}</dt>
        <dd>{formatMoney(benchmark)}</dd>
        <dt data-series="drawdown">Drawdown</dt>
        <dd>{formatPercent(drawdown)}</dd>
      </dl>
    </div>
  );
}
