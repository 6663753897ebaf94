import type { RunRecord } from '../../../shared/contract/models/run.ts';
import { describeAssumptions } from './describe-assumptions.ts';
import { PerformanceCharts } from './equity-chart/performance-charts.tsx';
import { MetricCards, MetricGrid } from './metrics/metric-cards.tsx';
import styles from './results-pane.module.css';
import { RejectionsList } from './trades/rejections-list.tsx';
import { TradesTable } from './trades/trades-table.tsx';

/** All figures of a run, from the headline to the last trade, and the assumptions they rest on. */
export function ResultFigures({ record }: { readonly record: RunRecord }) {
  const { metrics, curve, manifest, trades, rejections } = record;
  return (
    <>
      <MetricCards metrics={metrics} />
      <PerformanceCharts curve={curve} initialCash={manifest.settings.initialCash} />
      <MetricGrid metrics={metrics} />
      <TradesTable trades={trades} refusedOrders={rejections.length} />
      <RejectionsList rejections={rejections} />
      <section aria-label="Assumptions" data-testid="assumptions">
        <h3 className={styles.smallTitle}>Assumptions</h3>
        <p className={styles.assumptions}>{describeAssumptions(manifest.settings).join('. ')}.</p>
      </section>
    </>
  );
}
