import { Segmented } from '../../../ui/segmented.tsx';
import styles from './performance-charts.module.css';

export type EquitySeries = 'equity' | 'benchmark';
export type ValueScale = 'linear' | 'log';

interface Props {
  readonly benchmarkName: string;
  readonly hidden: ReadonlySet<EquitySeries>;
  readonly onToggle: (series: EquitySeries) => void;
  readonly scale: ValueScale;
  readonly canUseLog: boolean;
  readonly onScale: (scale: ValueScale) => void;
}

/** The title of the charts, a legend whose entries switch their line, and the choice of scale. */
export function EquityChartBar(props: Props) {
  const { benchmarkName, hidden, onToggle, scale, canUseLog, onScale } = props;
  const legend: readonly { readonly id: EquitySeries; readonly label: string }[] = [
    { id: 'equity', label: 'Strategy' },
    { id: 'benchmark', label: benchmarkName },
  ];
  return (
    <div className={styles.bar}>
      <h3 className={styles.title}>Equity</h3>
      <div className={styles.legend} role="group" aria-label="Lines shown">
        {legend.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            className={styles.legendItem}
            data-series={id}
            aria-pressed={!hidden.has(id)}
            title={`${hidden.has(id) ? 'Show' : 'Hide'} ${label}`}
            onClick={() => onToggle(id)}
          >
            <span className={styles.swatch} aria-hidden />
            <span className={styles.legendLabel}>{label}</span>
          </button>
        ))}
      </div>
      <Segmented
        label="Scale of the value axis"
        segments={[
          { id: 'linear', label: 'Linear', title: 'Equal distances are equal amounts' },
          {
            id: 'log',
            label: 'Log',
            title: canUseLog
              ? 'Equal distances are equal returns'
              : 'A logarithm needs values above zero',
            disabled: !canUseLog,
          },
        ]}
        selected={scale}
        onSelect={onScale}
      />
    </div>
  );
}
