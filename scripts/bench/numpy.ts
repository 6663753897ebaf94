import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bars } from '../../shared/bars/bars.ts';
import { floatsToBytes } from '../../shared/bars/column-bytes.ts';

const pythons = ['python3', '/usr/bin/python3'];

/**
 * The vectorised version's median time in milliseconds, final equity and number of closed trades;
 * undefined where there is no numpy.
 */
export function numpyBacktest(
  bars: Bars,
  fast: number,
  slow: number,
  cost: number,
  rounds: number,
) {
  const python = pythons.find(
    (command) => spawnSync(command, ['-c', 'import numpy'], { stdio: 'ignore' }).status === 0,
  );
  if (python === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'stratbox-bench-'));
  try {
    const file = join(folder, 'columns');
    writeFileSync(file, Buffer.concat([floatsToBytes(bars.open), floatsToBytes(bars.close)]));
    const script = fileURLToPath(new URL('./numpy_sma.py', import.meta.url));
    const values = [bars.time.length, fast, slow, cost, rounds].map(String);
    const { stdout } = spawnSync(python, [script, file, ...values], { encoding: 'utf8' });
    const [time, equity, trades] = stdout.split(' ').map(Number) as [number, number, number];
    return { time, equity, trades };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
