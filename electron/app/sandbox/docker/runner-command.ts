import type { RunLimits } from '../../../../shared/contract/models/run.ts';

/**
 * What runs in the container. The heap is bounded below the memory limit, because market data lives in
 * buffers outside it and because a heap error names its cause while the kernel's killer does not.
 */
export function runnerCommand({ memoryMegabytes }: Pick<RunLimits, 'memoryMegabytes'>): string[] {
  return [
    '/usr/local/bin/node',
    '--disallow-code-generation-from-strings',
    '--experimental-vm-modules',
    '--permission',
    '--allow-fs-read=/opt/stratbox/*',
    '--no-addons',
    '--disable-warning=ExperimentalWarning',
    `--max-old-space-size=${Math.floor(memoryMegabytes * 0.6)}`,
    '/opt/stratbox/runner.js',
  ];
}
