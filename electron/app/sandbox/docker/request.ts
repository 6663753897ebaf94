import { AppError } from '../../../../shared/contract/errors.ts';

export const freeSpaceHint =
  'Free disk space where the engine keeps its data, for example with: docker system prune';

/** The engine answered with a refusal. `status` is the HTTP status. */
export class EngineRefusal extends AppError {
  readonly status: number;

  constructor(what: string, status: number, detail: string) {
    super('internal', `The container engine refused to ${what}: ${detail}`, hintFor(detail));
    this.name = 'EngineRefusal';
    this.status = status;
  }
}

/** The engine did not answer: gone, hanging or out of reach. */
export class EngineSilence extends AppError {
  constructor(what: string, detail: string) {
    super(
      'no-engine',
      `The container engine did not answer when asked to ${what}: ${detail}`,
      'Look at the engine’s state in the doctor and start it again if needed.',
    );
    this.name = 'EngineSilence';
  }
}

/**
 * One bounded request. `what` completes "the engine was asked to …". A caller's abort rejects with the
 * abort's own reason; everything else with EngineRefusal or EngineSilence.
 */
export async function request<T>(
  what: string,
  milliseconds: number,
  call: (abortSignal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted();
  const timeout = AbortSignal.timeout(milliseconds);
  try {
    const limit = signal ? AbortSignal.any([signal, timeout]) : timeout;
    return await unlessAborted(call(limit), limit);
  } catch (error) {
    signal?.throwIfAborted();
    if (timeout.aborted) throw new EngineSilence(what, `no reply in ${milliseconds / 1000} s.`);
    throw engineError(what, error);
  }
}

/**
 * The promise, or a rejection with the signal's reason. The client alone would wait for ever for the
 * rest of an answer that broke off after its head.
 */
export async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason as Error);
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  try {
    return await Promise.race([promise, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** Tells a refusal (the engine spoke) from a silence (the connection failed). */
export function engineError(what: string, error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { statusCode, json, message } = error as {
    statusCode?: number;
    json?: { message?: unknown };
    message?: string;
  };
  if (statusCode === undefined) return new EngineSilence(what, message ?? String(error));
  const detail = typeof json?.message === 'string' ? json.message : (message ?? '');
  return new EngineRefusal(what, statusCode, detail.trim());
}

function hintFor(detail: string): string {
  if (/no space left/i.test(detail)) {
    return freeSpaceHint;
  }
  if (/cgroup|NanoCPUs|memory limit|pids/i.test(detail)) {
    return 'The engine cannot enforce this limit. A rootless engine needs cgroup v2 with delegated controllers.';
  }
  return 'See the engine’s own log for the cause.';
}
