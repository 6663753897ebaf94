import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { createBars } from '../../../../shared/bars/bars.ts';
import { createMarket, type Market } from '../../../../shared/bars/market.ts';
import { defaultLimits, type RunLimits } from '../../../../shared/contract/models/run.ts';
import type { InstrumentName } from '../../../../shared/frames/job.ts';
import type { GivenTable } from '../../../../shared/frames/job-tables.ts';
import { defaultSettings, type EngineSettings } from '../../../../shared/engine/settings.ts';
import type { Language } from '../../../../shared/validation/types.ts';
import { executeJob, type JobOutcome } from '../execute-job.ts';
import { createDockerSandbox } from './index.ts';
import { imageFolder } from './test-bench.ts';

export interface TextRun {
  readonly source: string;
  readonly language?: Language;
  readonly market?: Market;
  readonly tables?: readonly GivenTable[];
  readonly names?: readonly InstrumentName[];
  readonly parameters?: Record<string, number | string | boolean>;
  readonly settings?: Partial<EngineSettings>;
  readonly limits?: Partial<RunLimits>;
}

/** Support for the container tests only: the app's own images, and texts that run in them. */
export async function openTextBench(languages: readonly Language[] = ['python']) {
  const instanceId = `texts-${process.pid}-${Date.now()}`;
  const bundleFolder = path.resolve(imageFolder, '..', 'out', 'sandbox');
  const sandbox = createDockerSandbox({ instanceId, imageFolder, bundleFolder });
  const { signal } = new AbortController();
  for (const language of languages) {
    const image = language === 'python' ? sandbox.pythonImage : sandbox.image;
    if ((await image.status()).state === 'ready') continue;
    await image.build({ signal, onProgress: () => undefined });
  }
  return {
    sandbox,
    async run({ source, language = 'python', ...changes }: TextRun): Promise<JobOutcome> {
      const limits = { ...defaultLimits, ...changes.limits };
      const started = await sandbox.start({ runId: randomUUID(), language, limits, signal });
      const job = {
        ...{ source, limits, reuseBar: false },
        parameters: changes.parameters ?? {},
        market: changes.market ?? swingingMarket(),
        names: changes.names ?? [],
        tables: changes.tables ?? [],
        settings: { ...defaultSettings, ...changes.settings },
      };
      const quiet = { signal, onProgress: () => undefined, onLog: () => undefined };
      return executeJob(started, job, quiet);
    },
    close: () => sandbox.removeOwn(),
  };
}

/** Days of a price that swings, so that averages cross. */
export function swingingMarket(symbols: readonly string[] = ['SWING'], days = 200): Market {
  const column = (value: (bar: number) => number) =>
    Float64Array.from({ length: days }, (_, bar) => value(bar));
  return createMarket(
    symbols.map((symbol, number) => {
      const close = column((bar) => 100 + 10 * Math.sin(bar / (12 + 5 * number)));
      const bars = createBars(symbol, {
        time: column((bar) => Date.UTC(2020, 0, 1) + bar * 86_400_000),
        open: close,
        high: column((bar) => (close[bar] ?? 0) + 1),
        low: column((bar) => (close[bar] ?? 0) - 1),
        close,
        volume: column(() => 1000),
      });
      return { bars };
    }),
  );
}
