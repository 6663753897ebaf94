import { columnChecksum } from '../engine/checksum.ts';
import type { Decision } from '../engine/decision.ts';
import type { Job } from '../frames/job.ts';
import { unpackTables } from '../frames/job-tables.ts';
import { unpackMarket } from '../frames/market-bytes.ts';
import { installConsole } from './console.ts';
import { describeThrown } from './describe-thrown.ts';
import { driveText, type TextModule } from './drive-text.ts';
import { openData } from './given-data.ts';
import { hardenGlobals } from './harden.ts';
import type { SandboxHost } from './sandbox-host.ts';

type SandboxRun = Pick<
  Job,
  'instruments' | 'sessions' | 'names' | 'tables' | 'reuseBar' | 'parameters' | 'settings'
>;

const decisionsAFrame = 2000;
/** Progress is reported about this often over a run, not more. */
const progressSteps = 100;
const plottedBarsAFrame = 20_000;

/**
 * Prepares a run inside the sandbox and returns the function that starts it with the strategy's
 * module. The console is installed first, so that the module's top level can already print.
 */
export function prepareSandboxRun(
  runJson: string,
  columns: Uint8Array,
  tables: Uint8Array,
  host: SandboxHost,
) {
  const run = JSON.parse(runJson) as SandboxRun;
  const market = unpackMarket(run, columns);
  openData({ market, names: run.names, tables: unpackTables(run.tables, tables) });
  let session: { readonly bar: number } = { bar: -1 };
  hardenGlobals();
  installConsole((level, text) => host.log(level, text, session.bar));
  return (module: TextModule): void => {
    let waiting: Decision[] = [];
    let count = 0;
    const flush = () => {
      if (waiting.length > 0) host.decisions(JSON.stringify(waiting));
      waiting = [];
    };
    try {
      const { equity, plots, result } = driveText(
        module,
        { market, ...run },
        {
          onStarted(started) {
            session = started;
          },
          onProgress: (bar) => host.progress(bar),
          progressEvery: Math.max(1, Math.floor(market.time.length / progressSteps)),
          onDecision(decision) {
            waiting.push(decision);
            count += 1;
            if (waiting.length >= decisionsAFrame) flush();
          },
        },
      );
      flush();
      sendPlots(plots, host);
      if (result !== undefined) host.result(JSON.stringify(result));
      host.done(count, equity === null ? null : columnChecksum(equity));
    } catch (error) {
      const { message, stack } = describeThrown(error);
      host.failed(message, stack, session.bar);
    }
  };
}

function sendPlots(plots: ReadonlyMap<string, Float64Array>, host: SandboxHost): void {
  for (const [name, column] of plots) {
    for (let start = 0; start < column.length; start += plottedBarsAFrame) {
      // JSON writes NaN as null.
      const values = Array.from(column.subarray(start, start + plottedBarsAFrame));
      host.plot(JSON.stringify({ name, start, values }));
    }
  }
}
