import { useMemo } from 'react';
import { useElementWidth } from '../equity-chart/use-element-width.ts';
import { BarsChart } from './bars-chart.tsx';
import { chartAxis } from './chart-axis.ts';
import type {
  BarsChart as Bars,
  LinesChart as Lines,
} from '../../../../shared/reports/script-result/chart-of-table.ts';
import { linePanels, linePoints } from './line-panels.ts';
import { LinesChart } from './lines-chart.tsx';
import styles from './result-chart.module.css';
import type { Slots } from './shown-series.ts';

interface Props {
  readonly chart: Lines | Bars;
  readonly slots: Slots;
  readonly leads: boolean;
}

/** A table at a glance: its columns as lines or bars. */
export function ResultChart({ chart, slots, leads }: Props) {
  return chart.kind === 'bars' ? (
    <BarsChart chart={chart} slots={slots} />
  ) : (
    <LinePanels chart={chart} slots={slots} leads={leads} />
  );
}

/** A panel alone may be tall; several share the room. */
const aloneHeight = { leads: 300, follows: 200 };
const sharedHeight = 130;

function LinePanels({ chart, slots, leads }: Props & { readonly chart: Lines }) {
  const [ref, width] = useElementWidth();
  const panels = useMemo(() => linePanels(chart, slots), [chart, slots]);
  const points = useMemo(() => linePoints(chart, slots), [chart, slots]);
  const axis = chartAxis(chart, width);
  const alone = leads ? aloneHeight.leads : aloneHeight.follows;
  return (
    <div className={styles.panels} ref={ref}>
      {width > 0 &&
        panels.map((panel, index) => (
          <LinesChart
            key={panel.lines[0]?.slot}
            panel={panel}
            points={points}
            axis={axis}
            width={width}
            height={panels.length === 1 ? alone : sharedHeight}
            hasLabels={index === panels.length - 1}
          />
        ))}
    </div>
  );
}
