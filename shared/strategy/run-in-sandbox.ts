import type { Bars } from '../bars/bars.ts';
import { columnChecksum } from '../engine/checksum.ts';
import type { Decision } from '../engine/decision.ts';
import type { EngineSettings } from '../engine/settings.ts';
import { installConsole } from './console.ts';
import { describeThrown } from './describe-thrown.ts';
import { driveStrategy } from './driver.ts';
import { hardenGlobals } from './harden.ts';
import type { SandboxHost } from './sandbox-host.ts';
import type { ParameterValue } from './session.ts';

export interface SandboxRun {
  readonly parameters: Record<string, ParameterValue>;
  readonly settings: EngineSettings;
}

const decisionsAFrame = 2000;
/** Progress is reported about this often over a run, not more. */
const progressSteps = 100;

/**
 * Prepares a run inside the sandbox and returns the function that starts it with the strategy's
 * module. The console is installed first, so that the module's top level can already print.
 */
export function prepareSandboxRun(runJson: string, bars: Bars, host: SandboxHost) {
  const run = JSON.parse(runJson) as SandboxRun;
  let bar = -1;
  hardenGlobals();
  installConsole((level, text) => host.log(level, text, bar));
  return (module: { readonly default?: unknown; readonly parameters?: unknown }): void => {
    const stride = Math.max(1, Math.floor(bars.time.length / progressSteps));
    let waiting: Decision[] = [];
    let count = 0;
    const flush = () => {
      if (waiting.length > 0) host.decisions(JSON.stringify(waiting));
      waiting = [];
    };
    try {
      const { equity } = driveStrategy(
        module,
        { bars, ...run },
        {
          onBarStarted(started) {
            bar = started;
            if (started % stride === 0) host.progress(started);
          },
          onDecision(decision) {
            waiting.push(decision);
            count += 1;
            if (waiting.length >= decisionsAFrame) flush();
          },
        },
      );
      flush();
      host.done(count, columnChecksum(equity));
    } catch (error) {
      const { message, stack } = describeThrown(error);
      host.failed(message, stack, bar);
    }
  };
}
