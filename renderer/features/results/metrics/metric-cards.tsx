import type { Metric } from '../../../../shared/contract/models/run.ts';
import { Tooltip } from '../../../ui/tooltip.tsx';
import { explainMetric, formatMetric, splitMetrics } from '../format/format-metric.ts';
import styles from './metric-cards.module.css';

/** The figures an analyst looks for first. */
export function MetricCards({ metrics }: { readonly metrics: readonly Metric[] }) {
  const { primary } = splitMetrics(metrics);
  if (primary.length === 0) return null;
  return (
    <dl className={styles.cards} aria-label="Main figures">
      {primary.map((metric) => (
        <MetricFigure key={metric.id} metric={metric} className={styles.card} />
      ))}
    </dl>
  );
}

/** All other figures, small, in the order in which they are defined. */
export function MetricGrid({ metrics }: { readonly metrics: readonly Metric[] }) {
  const { rest } = splitMetrics(metrics);
  if (rest.length === 0) return null;
  return (
    <dl className={styles.grid} aria-label="More figures">
      {rest.map((metric) => (
        <MetricFigure key={metric.id} metric={metric} className={styles.cell} />
      ))}
    </dl>
  );
}

interface FigureProps {
  readonly metric: Metric;
  readonly className: string | undefined;
}

/** The formula is on hover here, and for every way of reading in the section "Trust". */
function MetricFigure({ metric, className }: FigureProps) {
  const { text, reason, tone } = formatMetric(metric);
  return (
    <div className={className} data-testid={`metric-${metric.id}`}>
      <dt className={styles.label}>
        <Tooltip text={explainMetric(metric)}>
          <span>{metric.label}</span>
        </Tooltip>
      </dt>
      <dd className={styles.value} data-tone={tone} data-missing={reason !== ''}>
        <Tooltip text={explainMetric(metric)}>
          <span>{text}</span>
        </Tooltip>
      </dd>
      {reason && <dd className={styles.reason}>{reason}</dd>}
    </div>
  );
}
