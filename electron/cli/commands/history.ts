import { withApp } from '../client.ts';
import { exitCodes } from '../exit-codes.ts';
import { findRunId } from '../find-run.ts';
import { readOptions, usageError } from '../options.ts';
import { describeRun, runDocument } from '../run-output.ts';
import { jsonText, printable, table, type Terminal } from '../terminal.ts';

/** `history list | show RUN`: the runs that were kept. */
export async function history(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readOptions(args, { json: { type: 'boolean' } });
  const [action = 'list', run] = positionals;
  return withApp(async (call) => {
    if (action === 'list') {
      const runs = await call('history.list', {});
      if (values.json === true) terminal.out(jsonText(runs));
      else if (runs.length === 0) terminal.say('No runs yet.');
      else {
        terminal.out(
          printable(
            table(
              runs.map((one) => [
                one.runId.slice(0, 8),
                new Date(one.startedAt).toISOString().slice(0, 16).replace('T', ' '),
                one.status,
                one.sandboxKind,
                one.totalReturn === null ? '' : `${(one.totalReturn * 100).toFixed(2)} %`,
                `${one.name} on ${one.datasetName}`,
              ]),
            ),
          ),
        );
      }
      return exitCodes.done;
    }
    if (action !== 'show') throw usageError(`history has no "${action}"; use list or show.`);
    const record = await call('history.read', { runId: await findRunId(call, run ?? 'last') });
    const json = values.json === true;
    terminal.out(json ? jsonText(await runDocument(call, record)) : describeRun(record));
    return exitCodes.done;
  });
}
