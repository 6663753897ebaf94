import type { Metric } from '../../../../shared/contract/models/run.ts';
import { formatMetric, splitMetrics } from '../format/format-metric.ts';
import { MetricFigure } from './metric-figure.tsx';
import styles from './metrics.module.css';

/** The figures an analyst looks for first. */
export function MetricCards({ metrics }: { readonly metrics: readonly Metric[] }) {
  const { primary } = splitMetrics(metrics);
  if (primary.length === 0) return null;
  return (
    <dl className={styles.cards} aria-label="Main figures">
      {primary.map((metric) => (
        <MetricFigure
          key={metric.id}
          metric={metric}
          className={styles.card}
          remark={formatMetric(metric).reason || remarkOf(metric, metrics)}
        />
      ))}
    </dl>
  );
}

/** Beside the net return stands what is left of it when trading costs twice as much. */
function remarkOf({ id }: Metric, metrics: readonly Metric[]): string {
  if (id !== 'total_return') return '';
  const twice = metrics.find((metric) => metric.id === 'return_at_twice_costs');
  return twice === undefined || twice.value === null
    ? ''
    : `${formatMetric(twice).text} at twice the costs`;
}
