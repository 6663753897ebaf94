import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Assessment } from '../../../shared/validation/types.ts';
import { leave, practise, type JudgeReply, type JudgeRequest } from './messages.ts';

export interface JudgedText {
  readonly sourceHash: string;
  readonly assessment: Assessment;
}

export interface JudgingThread {
  /**
   * Judges a text in the thread, after those that came before it. A newer text of the same document
   * takes the place of one that still waits.
   * @throws {JudgingFailed} if there is no judgement. @throws {AppError} cancelled, if overtaken.
   */
  judge(text: Omit<JudgeRequest, 'id'>, documentId?: string): Promise<JudgedText>;
  /** Starts the thread ahead of the first text. */
  warm(): void;
  close(): Promise<void>;
}

/** No judgement was to be had, so nothing may run. `reason` completes "The validation …". */
export class JudgingFailed extends Error {}

export interface JudgingOptions {
  /** The thread's program. */
  readonly entry: string;
  /** A judgement that takes longer is given up, in milliseconds. */
  readonly timeLimit?: number;
}

interface Waiting {
  readonly request: JudgeRequest;
  readonly documentId: string | undefined;
  readonly resolve: (judged: JudgedText) => void;
  readonly reject: (error: Error) => void;
}

/** Loading the rules on a busy machine takes its time; a thread that never gets there is broken. */
const startLimit = 20_000;
/** One that is asked to end may be busy with a text that nobody waits for any more. */
const endLimit = 2000;
const memoryMegabytes = 512;

/** One thread for all judgements; one that overruns or dies is replaced by a new one. */
export function createJudgingThread({ entry, timeLimit = 2000 }: JudgingOptions): JudgingThread {
  let queue: Waiting[] = [];
  let current: Waiting | undefined;
  let worker: Worker | undefined;
  let isReady = false;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let lastId = 0;

  const start = () => {
    const started = new Worker(entry, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    });
    const ifCurrent = (act: () => void) => () => {
      if (worker === started) act();
    };
    started.unref();
    started.on('message', (message: JudgeReply) => ifCurrent(() => onReply(message))());
    started.on('error', (error: Error) => ifCurrent(() => fail(`broke down: ${error.message}`))());
    started.on(
      'exit',
      ifCurrent(() => fail('ended before its time')),
    );
    worker = started;
  };
  const guard = (limit: number, reason: string) => {
    clearTimeout(timer);
    const failing = current;
    timer = setTimeout(() => {
      // A reply that came while this thread was busy is read before this is decided.
      setImmediate(() => {
        if (failing === current && failing !== undefined) fail(reason);
      });
    }, limit);
  };
  const next = () => {
    clearTimeout(timer);
    current = queue.shift();
    if (current === undefined) return void worker?.unref();
    try {
      if (worker === undefined) start();
    } catch (error) {
      return fail(`did not start: ${error instanceof Error ? error.message : String(error)}`);
    }
    worker?.ref();
    if (isReady) submit(current);
    else guard(startLimit, 'did not start');
  };
  const submit = ({ request }: Waiting) => {
    guard(timeLimit, `took longer than ${timeLimit / 1000} s`);
    worker?.postMessage(request);
  };
  const onReply = (message: JudgeReply) => {
    if (message.ready) {
      isReady = true;
      if (current === undefined) worker?.postMessage(practise);
      else submit(current);
      return;
    }
    if (current === undefined || message.id !== current.request.id) return;
    current.resolve({ sourceHash: message.sourceHash, assessment: message.assessment });
    next();
  };
  const fail = (reason: string) => {
    const broken = worker;
    worker = undefined;
    isReady = false;
    void broken?.terminate();
    current?.reject(new JudgingFailed(reason));
    next();
  };

  return {
    judge: (text, documentId) =>
      new Promise((resolve, reject) => {
        if (isClosed) throw new JudgingFailed('has ended with the app');
        const overtaken = queue.filter(
          (one) => documentId !== undefined && one.documentId === documentId,
        );
        for (const one of overtaken) one.reject(superseded());
        queue = queue.filter((one) => !overtaken.includes(one));
        queue.push({ request: { ...text, id: (lastId += 1) }, documentId, resolve, reject });
        if (current === undefined) next();
      }),
    warm: () => {
      if (worker === undefined && !isClosed) start();
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      const ended = [...(current === undefined ? [] : [current]), ...queue];
      current = undefined;
      queue = [];
      const closing = worker;
      worker = undefined;
      for (const { reject } of ended) reject(new JudgingFailed('has ended with the app'));
      if (closing !== undefined) await end(closing);
    },
  };
}

/**
 * A thread that is ended from outside may be in the middle of anything: it is asked to end, and only one
 * that does not is stopped.
 */
async function end(thread: Worker): Promise<void> {
  thread.ref();
  const ended = once(thread, 'exit', { signal: AbortSignal.timeout(endLimit) });
  thread.postMessage(leave);
  await ended.catch(() => thread.terminate());
}

function superseded(): AppError {
  return new AppError(
    'cancelled',
    'A newer text of this document is judged instead.',
    'Nothing to do: its findings follow.',
  );
}
