import type { RunRecord } from '../../../shared/contract/models/run.ts';
import { describeSettings } from '../../../shared/reports/describe-settings.ts';
import { PerformanceCharts } from './equity-chart/performance-charts.tsx';
import { MetricCards, MetricGrid } from './metrics/metric-cards.tsx';
import styles from './results-pane.module.css';
import { OrderEvents } from './trades/order-events.tsx';
import { TradesTable } from './trades/trades-table.tsx';

/** All figures of a run, from the headline to the last trade, and the assumptions they rest on. */
export function ResultFigures({ record }: { readonly record: RunRecord }) {
  const { metrics, curve, manifest, trades, events, eventCount, plots } = record;
  return (
    <>
      <MetricCards metrics={metrics} />
      <PerformanceCharts curve={curve} initialCash={manifest.settings.initialCash} plots={plots} />
      <MetricGrid metrics={metrics} />
      <TradesTable trades={trades} refusedOrders={eventCount} />
      <OrderEvents events={events} eventCount={eventCount} />
      <section aria-label="Assumptions" data-testid="assumptions">
        <h3 className={styles.smallTitle}>Assumptions</h3>
        <ul className={styles.assumptions}>
          {describeSettings(manifest).map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
    </>
  );
}
