import { asAppError, call } from '../../api.ts';

/** A draft or a saved text on its way to the app. */
interface Write<Answer extends Revised> {
  readonly id: string;
  /** The text as it will be shown by whoever reads the strategy next. */
  readonly text: string | null;
  readonly send: (revision: string | undefined) => Promise<Answer>;
}

interface Revised {
  readonly revision: string;
}

/** The state of each strategy's texts that this window has seen last. */
const revisions = new Map<string, string>();
/** The text of each strategy that this window has sent last. */
const lastSent = new Map<string, string | null>();
const queues = new Map<string, Promise<unknown>>();

export function noteRevision({ id, revision }: Revised & { readonly id: string }): void {
  revisions.set(id, revision);
}

export function seenRevision(id: string): string | undefined {
  return revisions.get(id);
}

/**
 * Sends the writes of one strategy one after another, each with the state it was based on.
 * @throws {AppError} `conflict` if another window has changed the strategy meanwhile.
 */
export function write<Answer extends Revised>(wanted: Write<Answer>): Promise<Answer> {
  const before = queues.get(wanted.id) ?? Promise.resolve();
  const result = before.then(() => writeNow(wanted));
  // Whoever asked hears of a failure; the next write must not wait for it.
  queues.set(
    wanted.id,
    result.catch(() => undefined),
  );
  return result;
}

async function writeNow<Answer extends Revised>(wanted: Write<Answer>): Promise<Answer> {
  const { id, text, send } = wanted;
  const before = lastSent.get(id);
  const wrote = lastSent.has(id);
  lastSent.set(id, text);
  try {
    return note(id, await send(revisions.get(id)));
  } catch (error) {
    const failure = asAppError(error);
    if (failure.code !== 'conflict' || !wrote) throw failure;
    // The answer to this window's own last write may have been lost: that is no conflict.
    const theirs = await call('strategy.read', { id });
    const shown = theirs.draft ?? theirs.source;
    if (shown !== (before ?? theirs.source)) throw failure;
    return note(id, await send(theirs.revision));
  }
}

function note<Answer extends Revised>(id: string, answer: Answer): Answer {
  revisions.set(id, answer.revision);
  return answer;
}
