import { ZodError } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { openEngine, type Engine } from './engine.ts';
import { unfitness } from './fitness.ts';
import type { Failure } from './trouble.ts';

export type Probe = { readonly endpoint: Endpoint; readonly engine: Engine } | Failure;

/** Asks one endpoint what is there, for `milliseconds` at most. Never rejects. */
export async function probe(endpoint: Endpoint, milliseconds: number): Promise<Probe> {
  if (endpoint.transport.kind === 'unsupported') {
    return { endpoint, trouble: 'unsupported', detail: endpoint.transport.reason };
  }
  try {
    const engine = await openEngine(endpoint, milliseconds);
    const unfit = unfitness(engine.facts);
    return unfit === null ? { endpoint, engine } : { endpoint, ...unfit };
  } catch (error) {
    return { endpoint, ...classify(error, milliseconds) };
  }
}

function classify(error: unknown, milliseconds: number): Pick<Failure, 'trouble' | 'detail'> {
  const { code, name, message } = error as NodeJS.ErrnoException;
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR') {
    const seconds = milliseconds / 1000;
    return {
      trouble: 'silent',
      detail: `It accepted the connection and then did not answer within ${seconds} s.`,
    };
  }
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { trouble: 'absent', detail: '' };
    case 'ECONNREFUSED':
      return { trouble: 'refused', detail: 'Nothing listens there.' };
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return { trouble: 'refused', detail: `Its computer cannot be reached (${code}).` };
    case 'EACCES':
    case 'EPERM':
      return { trouble: 'denied', detail: 'You may not use it.' };
  }
  // Its text is a list of fields, of use to nobody here.
  if (error instanceof ZodError) {
    return { trouble: 'failed', detail: 'Something else listens there.' };
  }
  return { trouble: 'failed', detail: message.trim().slice(0, 300) };
}
