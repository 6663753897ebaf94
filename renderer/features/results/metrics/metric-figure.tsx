import type { Metric } from '../../../../shared/contract/models/run.ts';
import { Tooltip } from '../../../ui/tooltip.tsx';
import { explainMetric, formatMetric } from '../format/format-metric.ts';
import styles from './metrics.module.css';

interface Props {
  readonly metric: Metric;
  readonly className: string | undefined;
  /** Under the value: of a card its reason or a second figure. */
  readonly remark?: string;
}

/**
 * A label and its value. The formula is on hover here, and for every way of reading in the section
 * "Trust". A missing figure can be focused, and says why it is missing.
 */
export function MetricFigure({ metric, className, remark = '' }: Props) {
  const { text, reason, tone } = formatMetric(metric);
  return (
    <div className={className} data-testid={`metric-${metric.id}`}>
      <dt className={styles.label}>
        <Tooltip text={explainMetric(metric)}>
          <span>{metric.label}</span>
        </Tooltip>
      </dt>
      <dd className={styles.value} data-tone={tone} data-missing={reason !== ''}>
        <Tooltip text={reason || explainMetric(metric)}>
          {reason === '' ? (
            <span>{text}</span>
          ) : (
            <button type="button" className={styles.missing} aria-label={`${text}: ${reason}`}>
              {text}
            </button>
          )}
        </Tooltip>
      </dd>
      {remark && <dd className={styles.remark}>{remark}</dd>}
    </div>
  );
}
