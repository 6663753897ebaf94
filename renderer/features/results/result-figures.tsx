import type { RunRecord } from '../../../shared/contract/models/run.ts';
import { AccountBlock } from './account/account-block.tsx';
import { Assumptions } from './assumptions/assumptions.tsx';
import { PerformanceCharts } from './equity-chart/performance-charts.tsx';
import { MetricCards } from './metrics/metric-cards.tsx';
import { MetricGroups } from './metrics/metric-groups.tsx';
import { MonthlyTable } from './periods/monthly-table.tsx';
import { RollingCharts } from './periods/rolling-charts.tsx';
import { ScriptResultSection } from './script-result/script-result-section.tsx';
import { OrderEvents } from './trades/order-events.tsx';
import { TradesTable } from './trades/trades-table.tsx';

/** All figures of a run, from the headline to the last trade, and the assumptions they rest on. */
export function ResultFigures({ record }: { readonly record: RunRecord }) {
  const { metrics, curve, periods, manifest, trades, events, eventCount, account } = record;
  const { plots, scriptResult } = record;
  return (
    <>
      <MetricCards metrics={metrics} />
      <PerformanceCharts
        curve={curve}
        initialCash={manifest.settings.initialCash}
        benchmarkName={manifest.benchmark?.name ?? 'Buy and hold'}
        plots={plots}
      />
      {scriptResult !== null && <ScriptResultSection result={scriptResult} leads={false} />}
      <MetricGroups metrics={metrics} />
      <MonthlyTable monthly={periods.monthly} />
      <RollingCharts rolling={periods.rolling} span={spanOf(curve)} />
      <TradesTable trades={trades} refusedOrders={eventCount} />
      <OrderEvents events={events} eventCount={eventCount} />
      <AccountBlock account={account} />
      <Assumptions manifest={manifest} />
    </>
  );
}

/** The dates of the equity curve, which all charts beneath it share. */
function spanOf({ time }: RunRecord['curve']): readonly [number, number] {
  return [time[0] ?? NaN, time.at(-1) ?? NaN];
}
