import type { Job } from '../frames/job.ts';
import * as api from './api.ts';

/**
 * The module graph of one run, the same in every sandbox: `main` starts the strategy, which may
 * import "stratbox" and nothing else; the engine behind that facade is for our own modules only.
 */
export const moduleNames = {
  main: 'stratbox:main',
  start: 'stratbox:start',
  engine: 'stratbox:engine',
  facade: 'stratbox',
  strategy: 'strategy.js',
} as const;

/** Where the runner leaves the job for `start`, which takes it away before the strategy loads. */
export const jobGlobal = '__stratboxJob';

/** The job without the strategy's text and the runner's own limits, as the engine inside reads it. */
export function runOf({ instruments, sessions, names, tables, ...rest }: Job): string {
  const { reuseBar, parameters, settings } = rest;
  return JSON.stringify({ instruments, sessions, names, tables, reuseBar, parameters, settings });
}

const refused = 'refused:';

/** The module that an import means; what a strategy may not have becomes one without a text. */
export function resolveImport(specifier: string, referrer: string): string {
  const allowed = specifier === moduleNames.facade || referrer !== moduleNames.strategy;
  return allowed ? specifier : refused + specifier;
}

/** @throws {Error} that names the import, when it is not one that a strategy may have. */
export function moduleText(name: string, engineText: string, strategyText: string): string {
  switch (name) {
    case moduleNames.engine:
      return engineText;
    case moduleNames.strategy:
      return strategyText;
    case moduleNames.facade:
      return `export { ${Object.keys(api).join(', ')} } from '${moduleNames.engine}';`;
    case moduleNames.start:
      return `import { prepareSandboxRun } from '${moduleNames.engine}';
const { run, columns, tables, host } = globalThis.${jobGlobal};
delete globalThis.${jobGlobal};
export const start = prepareSandboxRun(run, columns, tables, host);`;
    case moduleNames.main:
      return `import { start } from '${moduleNames.start}';
import * as strategy from '${moduleNames.strategy}';
start(strategy);`;
    default:
      throw new Error(
        `The strategy imports "${name.replace(refused, '')}"; inside the sandbox there is only "${moduleNames.facade}"`,
      );
  }
}
