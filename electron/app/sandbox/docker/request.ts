import { AppError } from '../../../../shared/contract/errors.ts';

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
    return await call(signal ? AbortSignal.any([signal, timeout]) : timeout);
  } catch (error) {
    signal?.throwIfAborted();
    if (timeout.aborted) throw new EngineSilence(what, `no reply in ${milliseconds / 1000} s.`);
    throw engineError(what, error);
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
    return 'Free disk space where the engine keeps its data, for example with: docker system prune';
  }
  if (/cgroup|NanoCPUs|memory limit|pids/i.test(detail)) {
    return 'The engine cannot enforce this limit. A rootless engine needs cgroup v2 with delegated controllers.';
  }
  return 'See the engine’s own log for the cause.';
}
