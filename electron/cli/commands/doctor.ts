import { withApp } from '../client.ts';
import { describeSandbox } from '../describe-sandbox.ts';
import { exitCodes } from '../exit-codes.ts';
import { readOptions } from '../options.ts';
import { jsonText, type Terminal } from '../terminal.ts';

/** `doctor [--json]`: what runs a strategy here, and what to do where something is missing. */
export async function doctor(args: string[], terminal: Terminal): Promise<number> {
  const { values } = readOptions(args, { json: { type: 'boolean' } });
  return withApp(async (call) => {
    const status = await call('sandbox.status', {});
    terminal.out(values.json === true ? jsonText(status) : describeSandbox(status));
    return status.route === 'none' ? exitCodes.noSandbox : exitCodes.done;
  });
}
