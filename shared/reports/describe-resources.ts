import type { ResourceUse } from '../contract/models/resources.ts';
import type { Manifest, RunRecord } from '../contract/models/run.ts';
import { formatCount, formatNumber } from './format.ts';

const megabyte = 1024 * 1024;
const percent = (share: number) => `${formatNumber(share * 100, 0)}%`;

const unmeasured = 'Memory and processor were not measured:';

/** "84 MB": of 1,048,576 bytes, as the memory limit counts them. */
export function formatMegabytes(bytes: number): string {
  return `${formatNumber(bytes / megabyte, 0)} MB`;
}

/** "60 s, 512 MB, 1 CPU, no network". */
export function describeLimits(limits: Manifest['limits']): string {
  const { timeLimitSeconds, memoryMegabytes, cpus, network } = limits;
  const processors = `${formatNumber(cpus, 2, 0)} ${cpus > 1 ? 'CPUs' : 'CPU'}`;
  const reach = { none: 'no network', bridge: 'with network (bridge)' }[network];
  return `${timeLimitSeconds} s, ${memoryMegabytes} MB, ${processors}, ${reach}`;
}

/** Memory and processor time against what was allowed, in words; '' for what was not measured. */
export function describeUse({ peakMemory, peakCpu, meanCpu, allowed }: ResourceUse): {
  readonly memory: string;
  readonly cpu: string;
} {
  const cpus = formatNumber(allowed.cpus, 2, 0);
  return {
    memory:
      peakMemory === null
        ? ''
        : `at most ${formatMegabytes(peakMemory)} of ${formatMegabytes(allowed.memory)}`,
    cpu:
      meanCpu === null || peakCpu === null
        ? ''
        : `${percent(meanCpu)} of ${cpus} CPU on average, at most ${percent(peakCpu)}`,
  };
}

/** The same in one sentence, or why there is nothing to say; '' where no sandbox was reached. */
export function describeResources({
  resources,
  sandbox,
}: Pick<RunRecord, 'resources' | 'sandbox'>): string {
  if (resources === null) {
    return sandbox.kind === 'embedded'
      ? `${unmeasured} the embedded sandbox has no engine that measures it.`
      : '';
  }
  if (resources.note !== '') return `${unmeasured} ${resources.note}`;
  const { memory, cpu } = describeUse(resources);
  const parts = [`Memory ${memory}`, ...(cpu === '' ? [] : [`processor ${cpu}`])];
  return `${parts.join('; ')} (${formatCount(resources.measured, 'measurement')}).`;
}
