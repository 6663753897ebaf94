import { withApp } from '../client.ts';
import { exitCodes } from '../exit-codes.ts';
import { readOptions, usageError } from '../options.ts';
import type { Terminal } from '../terminal.ts';

const callOf = { build: 'image.build', remove: 'image.remove' } as const;

/** `image build | status | remove`: the sandbox image. */
export async function image(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readOptions(args, { json: { type: 'boolean' } });
  const [action = 'status'] = positionals;
  if (action !== 'status' && action !== 'build' && action !== 'remove') {
    throw usageError(`image has no "${action}"; use build, status or remove.`);
  }
  return withApp(async (call, app) => {
    let step = '';
    const unsubscribe = app.subscribe((name, payload) => {
      if (name !== 'image.progressed' || !('step' in payload) || payload.step === step) return;
      step = payload.step;
      terminal.say(step);
    });
    const cancel = () => void call('image.cancelBuild', {});
    process.once('SIGINT', cancel);
    const found =
      action === 'status'
        ? (await call('sandbox.status', {})).image
        : await call(callOf[action], {});
    process.off('SIGINT', cancel);
    unsubscribe();
    const json = values.json === true;
    terminal.out(
      json ? JSON.stringify(found, null, 2) : `${found.tag}: ${found.state}. ${found.message}`,
    );
    return exitCodes.done;
  });
}
