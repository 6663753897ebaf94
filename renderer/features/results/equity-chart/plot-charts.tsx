import { useMemo } from 'react';
import type { RunRecord } from '../../../../shared/contract/models/run.ts';
import { plotPanels } from '../../../../shared/reports/plot-panels.ts';
import { PlotChart } from './plot-chart.tsx';
import styles from './plot-charts.module.css';
import type { TimeAxis } from './time-ticks.ts';

interface Props {
  readonly plots: RunRecord['plots'];
  readonly width: number;
  readonly time: TimeAxis;
  /** The dates of the charts above. */
  readonly span: readonly [number, number];
}

/** The strategy's own series on the dates of the charts above. Their values are its own word. */
export function PlotCharts({ plots, width, time, span }: Props) {
  const panels = useMemo(() => plotPanels(plots), [plots]);
  if (panels.length === 0) return null;
  return (
    <div className={styles.plots} data-testid="plot-charts">
      <h4 className={styles.title}>
        Plots <span>plotted by the strategy, not verified</span>
      </h4>
      {panels.map((panel, index) => (
        <PlotChart
          key={panel.plots[0]?.name}
          panel={panel}
          width={width}
          time={time}
          span={span}
          hasDates={index === panels.length - 1}
        />
      ))}
    </div>
  );
}
