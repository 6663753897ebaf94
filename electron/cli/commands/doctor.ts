import { withApp } from '../client.ts';
import { exitCodes } from '../exit-codes.ts';
import { readOptions } from '../options.ts';
import { table, type Terminal } from '../terminal.ts';

/** `doctor [--json]`: what runs a strategy here, and what to do where something is missing. */
export async function doctor(args: string[], terminal: Terminal): Promise<number> {
  const { values } = readOptions(args, { json: { type: 'boolean' } });
  return withApp(async (call) => {
    const status = await call('sandbox.status', {});
    const { engine, image, embedded } = status;
    if (values.json === true) terminal.out(JSON.stringify(status, null, 2));
    else {
      const rows = [
        ['Container engine', engine.state, [engine.message, engine.hint].join(' ').trim()],
        ['Sandbox image', image.state, image.message],
        ['Embedded sandbox', embedded.state, embedded.message],
        ['A run goes to', status.route, status.reason],
      ];
      terminal.out(table(rows));
    }
    return status.route === 'none' ? exitCodes.noSandbox : exitCodes.done;
  });
}
