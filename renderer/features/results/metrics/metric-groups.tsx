import { ChevronRight } from 'lucide-react';
import type { Metric } from '../../../../shared/contract/models/run.ts';
import { byGroup } from '../../../../shared/metrics/groups.ts';
import { formatCount } from '../format/format-number.ts';
import { splitMetrics } from '../format/format-metric.ts';
import { MetricFigure } from './metric-figure.tsx';
import { useMetricGroups } from './metric-groups-store.ts';
import styles from './metrics.module.css';

/** All other figures, small, under headings that open and close; which are open stays from run to run. */
export function MetricGroups({ metrics }: { readonly metrics: readonly Metric[] }) {
  const { closed, setOpen } = useMetricGroups();
  const groups = byGroup(splitMetrics(metrics).rest);
  if (groups.length === 0) return null;
  return (
    <section aria-label="More figures">
      {groups.map(({ group, items }) => (
        <details
          key={group}
          className={styles.group}
          open={!closed.has(group)}
          onToggle={(event) => setOpen(group, event.currentTarget.open)}
          data-testid={`metric-group-${group}`}
        >
          <summary className={styles.summary}>
            <ChevronRight size={14} aria-hidden className={styles.chevron} />
            <h3>{group}</h3>
            <span className={styles.count}>{countText(items)}</span>
          </summary>
          <dl className={styles.grid}>
            {items.map((metric) => (
              <MetricFigure key={metric.id} metric={metric} className={styles.cell} />
            ))}
          </dl>
        </details>
      ))}
    </section>
  );
}

function countText(metrics: readonly Metric[]): string {
  const missing = metrics.filter(({ value }) => value === null).length;
  const count = formatCount(metrics.length, 'figure');
  return missing === 0 ? count : `${count}, ${missing} n/a`;
}
