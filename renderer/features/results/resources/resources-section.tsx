import { useState } from 'react';
import type { ResourceUse } from '../../../../shared/contract/models/resources.ts';
import type { RunRecord } from '../../../../shared/contract/models/run.ts';
import {
  describeResources,
  describeUse,
  formatMegabytes,
} from '../../../../shared/reports/describe-resources.ts';
import { FoldingSection } from '../folding-section.tsx';
import { useElementWidth } from '../equity-chart/use-element-width.ts';
import { formatCount, formatPercent } from '../format/format-number.ts';
import styles from './resources-section.module.css';
import { UsageChart } from './usage-chart.tsx';

/** Pixels between the two charts. */
const gap = 16;

const percent = (share: number) => formatPercent(share, { minimumDigits: 0, maximumDigits: 0 });

/** What the run took of its limits, by its engine's measurements, or why there are none. */
export function ResourcesSection({ record }: { readonly record: RunRecord }) {
  const { resources, error } = record;
  // A limit that was hit is what these figures are about.
  const [open, setOpen] = useState(error?.code === 'out-of-memory' || error?.code === 'time-limit');
  const sentence = describeResources(record);
  if (sentence === '') return null;
  const measured = resources !== null && resources.measured > 0;
  return (
    <FoldingSection
      title="Resources"
      brief={measured ? briefly(resources) : 'not measured'}
      open={open}
      onToggle={setOpen}
      testId="resources-section"
    >
      {measured ? open && <Figures use={resources} /> : <p className={styles.note}>{sentence}</p>}
    </FoldingSection>
  );
}

function briefly({ peakMemory, meanCpu, allowed }: ResourceUse): string {
  const memory = `${formatMegabytes(peakMemory ?? 0)} of ${formatMegabytes(allowed.memory)}`;
  return meanCpu === null ? memory : `${memory}, CPU ${percent(meanCpu)}`;
}

function Figures({ use }: { readonly use: ResourceUse }) {
  const [ref, width] = useElementWidth();
  const { samples, allowed, measured } = use;
  const { memory, cpu } = describeUse(use);
  const columns = width >= 560 ? 2 : 1;
  const chartWidth = Math.floor((width - (columns - 1) * gap) / columns);
  return (
    <>
      <div ref={ref} className={styles.charts} style={{ gap: `${gap}px` }} data-columns={columns}>
        {width > 0 && cpu !== '' && (
          <UsageChart
            title={`Processor: ${cpu}`}
            series="cpu"
            samples={samples}
            limit={1}
            colour="var(--chart-plot-2)"
            width={chartWidth}
            print={percent}
          />
        )}
        {width > 0 && (
          <UsageChart
            title={`Memory: ${memory}`}
            series="memory"
            samples={samples}
            limit={allowed.memory}
            colour="var(--chart-plot-3)"
            width={chartWidth}
            print={formatMegabytes}
          />
        )}
      </div>
      <p className={styles.note}>
        {cpu === '' && 'The processor’s share takes two measurements. '}
        {formatCount(measured, 'measurement')} by the container engine; a peak between two of them
        is not seen. File pages that the kernel can drop are left out of the memory.
      </p>
    </>
  );
}
