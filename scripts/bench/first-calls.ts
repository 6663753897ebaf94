import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { honestStrategy } from '../../shared/validation/honest-strategy.fixture.ts';
import { bundleForNode } from '../build/bundle-for-node.ts';
import { at } from './table.ts';

interface FirstCall {
  readonly load: number;
  readonly call: number;
  readonly decision: string;
}

/** The median load and first call of the bundled validation over so many fresh processes. */
export async function firstCalls(processes: number): Promise<Pick<FirstCall, 'load' | 'call'>> {
  const folder = mkdtempSync(join(tmpdir(), 'stratbox-bench-'));
  try {
    await bundleForNode('shared/validation/index.ts', 'validation.mjs', folder, 'everything');
    const text = join(folder, 'strategy.js');
    writeFileSync(text, honestStrategy(200));
    const script = fileURLToPath(new URL('./first-call.ts', import.meta.url));
    const flags = ['--disable-warning=ExperimentalWarning'];
    const runs = Array.from({ length: processes }, (): FirstCall => {
      const args = [...flags, script, join(folder, 'validation.mjs'), text];
      const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      const run = JSON.parse(stdout) as FirstCall;
      if (run.decision !== 'allow') throw new Error('The honest text was not allowed.');
      return run;
    });
    const median = (times: number[]) => at(times, 0.5);
    return {
      load: median(runs.map(({ load }) => load)),
      call: median(runs.map(({ call }) => call)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
