import type { RunLimits } from '../../../../shared/contract/models/run.ts';
import type { Language } from '../../../../shared/validation/types.ts';

interface Runner extends Pick<RunLimits, 'memoryMegabytes'> {
  readonly language: Language;
}

/** What runs in the container. */
export function runnerCommand({ language, memoryMegabytes }: Runner): string[] {
  return language === 'python' ? pythonCommand : nodeCommand(memoryMegabytes);
}

/**
 * The heap is bounded below the memory limit, because market data lives in buffers outside it and
 * because a heap error names its cause while the kernel's killer does not.
 */
function nodeCommand(memoryMegabytes: number): string[] {
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

/**
 * The hash seed fixes the order of sets, without which no run could be repeated; a sandbox has one
 * processor's worth of time, which threads of a linear algebra library would only share among each
 * other. `-s`: no packages of a user's own; `-B`: nothing is compiled to files.
 */
const pythonCommand = [
  '/usr/bin/env',
  'PYTHONHASHSEED=0',
  'OPENBLAS_NUM_THREADS=1',
  'OMP_NUM_THREADS=1',
  'NUMBA_NUM_THREADS=1',
  'NUMBA_CACHE_DIR=/tmp/numba',
  '/usr/bin/python3',
  '-s',
  '-B',
  '-X',
  'utf8',
  '/opt/stratbox/python',
];
