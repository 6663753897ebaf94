import type { CallInput, CallName, CallOutput } from '../../shared/contract/calls.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { createApp, type App } from '../app/services.ts';

export type Call = <Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
) => Promise<CallOutput<Name>>;

/** Opens the app for one command, and closes it whatever happens. Calls throw AppErrors. */
export async function withApp<Result>(
  work: (call: Call, app: App) => Promise<Result>,
): Promise<Result> {
  const app = await createApp({ host: 'cli' });
  if (app.recoveredFrom !== null) {
    const kept = `The damaged file is kept: ${app.recoveredFrom}`;
    process.stderr.write(`The database was damaged, so a new one was started. ${kept}\n`);
  }
  const call: Call = async (name, input) => {
    const reply = await app.dispatch(name, input);
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.message, reply.error.hint);
    return reply.value as never;
  };
  try {
    return await work(call, app);
  } finally {
    await app.close();
  }
}
