import type { SandboxStatistics } from '../../../shared/contract/models/sandbox.ts';
import { withApp } from '../client.ts';
import { exitCodes } from '../exit-codes.ts';
import { readOptions } from '../options.ts';
import { table, type Terminal } from '../terminal.ts';

/** `doctor [--json]`: what runs a strategy here, and what to do where something is missing. */
export async function doctor(args: string[], terminal: Terminal): Promise<number> {
  const { values } = readOptions(args, { json: { type: 'boolean' } });
  return withApp(async (call) => {
    const status = await call('sandbox.status', {});
    const { engine, image, embedded, statistics } = status;
    if (values.json === true) terminal.out(JSON.stringify(status, null, 2));
    else {
      const rows = [
        ['Container engine', engine.state, [engine.message, engine.hint].join(' ').trim()],
        ['Sandbox image', image.state, image.message],
        ['Embedded sandbox', embedded.state, embedded.message],
        ['A run goes to', status.route, status.reason],
        ['Last runs', String(statistics.runs), inWords(statistics)],
      ];
      terminal.out(table(rows));
    }
    return status.route === 'none' ? exitCodes.noSandbox : exitCodes.done;
  });
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
