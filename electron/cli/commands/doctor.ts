import {
  sandboxChoiceLabels,
  type EngineStatus,
  type SandboxStatistics,
  type SandboxStatus,
} from '../../../shared/contract/models/sandbox.ts';
import { withApp } from '../client.ts';
import { exitCodes } from '../exit-codes.ts';
import { readOptions } from '../options.ts';
import { jsonText, table, type Terminal } from '../terminal.ts';

/** `doctor [--json]`: what runs a strategy here, and what to do where something is missing. */
export async function doctor(args: string[], terminal: Terminal): Promise<number> {
  const { values } = readOptions(args, { json: { type: 'boolean' } });
  return withApp(async (call) => {
    const status = await call('sandbox.status', {});
    terminal.out(values.json === true ? jsonText(status) : describe(status));
    return status.route === 'none' ? exitCodes.noSandbox : exitCodes.done;
  });
}

function describe(status: SandboxStatus): string {
  const { engine, image, embedded, statistics, loadedFrom } = status;
  const from = loadedFrom === null ? '' : ` It was loaded from ${loadedFrom.fileName}.`;
  const rows = [
    ['Container engine', engine.state, engine.message],
    ...(engine.details === '' ? [] : [['', '', engine.details]]),
    ...engine.hint.split('\n').flatMap((line) => (line === '' ? [] : [['', 'do', line]])),
    ...engine.warnings.map((warning) => ['', 'beware', warning]),
    ['Sandbox image', image.state, image.message + from],
    ['Embedded sandbox', embedded.state, embedded.message],
    ['Setting', '', sandboxChoiceLabels[status.choice]],
    ['A run goes to', status.route, status.reason],
    ['Last runs', String(statistics.runs), inWords(statistics)],
  ];
  return [table(rows), '', 'Where an engine was looked for:', ...whereItLooked(engine)].join('\n');
}

/** In the order of the search; places where nothing is share a line. */
function whereItLooked({ searched }: EngineStatus): string[] {
  const told = searched.filter(({ state }) => state !== 'absent');
  const absent = searched.filter(({ state }) => state === 'absent');
  return [
    ...told.map(({ address, origin, state, finding }) =>
      `  ${state === 'used' ? '*' : ' '} ${address} (${origin}): ${finding}`.trimEnd(),
    ),
    ...(absent.length === 0
      ? []
      : [`    Nothing at ${absent.map(({ address }) => address).join(', ')}`]),
  ];
}

function inWords({ fallbacks, alert, failures, start }: SandboxStatistics): string {
  const failed = failures.map(({ code, count }) => `${count} ${code}`).join(', ');
  const parts = [
    `${fallbacks} fell back to the embedded sandbox${alert ? ', too many' : ''}`,
    failed === '' ? 'no failure' : `failures: ${failed}`,
    ...(start === null ? [] : [`started within ${Math.round(start.p50)} ms (half of them)`]),
  ];
  return `${parts.join('; ')}.`;
}
