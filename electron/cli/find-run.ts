import { AppError } from '../../shared/contract/errors.ts';
import type { Call } from './client.ts';

/** The full id of a run named by its id, the beginning of it, or "last". */
export async function findRunId(call: Call, name: string): Promise<string> {
  const runs = await call('history.list', { limit: 1000 });
  const found =
    name === 'last' ? runs.slice(0, 1) : runs.filter(({ runId }) => runId.startsWith(name));
  if (found.length === 1) return (found[0] as (typeof runs)[number]).runId;
  const what =
    found.length > 1
      ? `"${name}" is the beginning of ${found.length} runs.`
      : name === 'last'
        ? 'There is no run yet.'
        : `There is no run "${name}".`;
  throw new AppError('bad-input', what, 'See the runs with "history list".');
}
