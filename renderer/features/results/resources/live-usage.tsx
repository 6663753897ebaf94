import type { UsageSample } from '../../../../shared/contract/models/resources.ts';
import { formatMegabytes } from '../../../../shared/reports/describe-resources.ts';
import { formatPercent } from '../format/format-number.ts';
import styles from './live-usage.module.css';
import { sparkline } from './sparkline.ts';

interface Props {
  readonly samples: readonly UsageSample[];
  /** In bytes. */
  readonly memoryLimit: number;
}

const width = 72;
const height = 18;

/** What the sandbox of the run under way takes of what it may: small, drawn anew at each measurement. */
export function LiveUsage({ samples, memoryLimit }: Props) {
  const last = samples.at(-1);
  if (last === undefined) return null;
  const cpu = samples.map((sample) => ({ time: sample.time, share: sample.cpu }));
  const memory = samples.map(({ time, memory }) => ({ time, share: memory / memoryLimit }));
  return (
    <dl className={styles.usage} data-testid="live-usage">
      <Gauge
        name="CPU"
        series="cpu"
        shares={cpu}
        text={
          last.cpu === null ? '…' : formatPercent(last.cpu, { minimumDigits: 0, maximumDigits: 0 })
        }
      />
      <Gauge
        name="Memory"
        series="memory"
        shares={memory}
        text={`${formatMegabytes(last.memory)} of ${formatMegabytes(memoryLimit)}`}
      />
    </dl>
  );
}

interface GaugeProps {
  readonly name: string;
  readonly series: 'cpu' | 'memory';
  readonly shares: Parameters<typeof sparkline>[0];
  readonly text: string;
}

function Gauge({ name, series, shares, text }: GaugeProps) {
  const { line, area } = sparkline(shares, width, height);
  return (
    <div className={styles.gauge} data-series={series}>
      <dt>{name}</dt>
      <dd>
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden>
          <path className={styles.area} d={area} />
          <path className={styles.line} d={line} />
        </svg>
        <span>{text}</span>
      </dd>
    </div>
  );
}
