import chartStyles from './performance-charts.module.css';
import styles from './named-series.module.css';

/** A line of a chart with several, by its name and colour, and what it is worth somewhere. */
export interface NamedSeries {
  readonly key: string | number;
  readonly name: string;
  readonly colour: string;
  readonly figure: string;
}

interface Props {
  readonly series: readonly NamedSeries[];
}

/** Above a chart: the names of its lines and their latest figures. */
export function SeriesLegend({ series }: Props) {
  return (
    <figcaption className={styles.legend}>
      {series.map(({ key, name, colour, figure }) => (
        <span key={key} className={styles.series}>
          <span className={styles.swatch} style={{ background: colour }} aria-hidden />
          <span className={styles.name} title={name}>
            {name}
          </span>
          <span className={styles.latest}>{figure}</span>
        </span>
      ))}
    </figcaption>
  );
}

/** Beside the pointer: what the lines of a chart have there. */
export function SeriesTooltip({ heading, series }: Props & { readonly heading: string }) {
  return (
    <div className={chartStyles.tooltip}>
      <p className={chartStyles.tooltipDate}>{heading}</p>
      <ul className={styles.values}>
        {series.map(({ key, name, colour, figure }) => (
          <li key={key}>
            <span className={styles.swatch} style={{ background: colour }} />
            <span className={styles.name}>{name}</span>
            <span className={styles.figure}>{figure}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
