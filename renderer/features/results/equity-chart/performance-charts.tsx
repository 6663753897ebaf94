import { useId, useMemo, useState } from 'react';
import type { Curve, RunRecord } from '../../../../shared/contract/models/run.ts';
import { timeTickCount } from './chart-style.ts';
import { curvePoints, rangeOf } from './curve-points.ts';
import { DrawdownChart } from './drawdown-chart.tsx';
import { EquityChart } from './equity-chart.tsx';
import { EquityChartBar, type EquitySeries, type ValueScale } from './equity-chart-bar.tsx';
import styles from './performance-charts.module.css';
import { PlotCharts } from './plot-charts.tsx';
import { timeTicks, withinAxis } from './time-ticks.ts';
import { useElementWidth } from './use-element-width.ts';

interface Props {
  readonly curve: Curve;
  readonly initialCash: number;
  /** What the strategy is held against, in words. */
  readonly benchmarkName: string;
  readonly plots: RunRecord['plots'];
}

/** The equity curve beside its benchmark; beneath on the same dates, the drawdown and the plots. */
export function PerformanceCharts({ curve, initialCash, benchmarkName, plots }: Props) {
  const syncId = useId();
  const [ref, width] = useElementWidth();
  const [scale, setScale] = useState<ValueScale>('linear');
  const [hidden, setHidden] = useState<ReadonlySet<EquitySeries>>(new Set());
  const points = useMemo(() => curvePoints(curve), [curve]);
  const lowest = useMemo(() => rangeOf(points, ['equity', 'benchmark'])?.[0] ?? 0, [points]);
  const canUseLog = lowest > 0;

  if (points.length === 0) return null;
  const first = points[0]?.time ?? NaN;
  const last = points.at(-1)?.time ?? NaN;
  const time = withinAxis(timeTicks(first, last, timeTickCount(width)), [first, last], width);
  const toggle = (series: EquitySeries) =>
    setHidden((before) => {
      const after = new Set(before);
      if (!after.delete(series)) after.add(series);
      return after;
    });

  return (
    <section className={styles.charts} aria-label="Performance" ref={ref}>
      <EquityChartBar
        benchmarkName={benchmarkName}
        hidden={hidden}
        onToggle={toggle}
        scale={canUseLog ? scale : 'linear'}
        canUseLog={canUseLog}
        onScale={setScale}
      />
      {width > 0 && (
        <>
          <EquityChart
            points={points}
            width={width}
            time={time}
            scale={canUseLog ? scale : 'linear'}
            hidden={hidden}
            initialCash={initialCash}
            benchmarkName={benchmarkName}
            syncId={syncId}
          />
          <DrawdownChart points={points} width={width} time={time} syncId={syncId} />
          <PlotCharts plots={plots} width={width} time={time} span={[first, last]} />
        </>
      )}
    </section>
  );
}
