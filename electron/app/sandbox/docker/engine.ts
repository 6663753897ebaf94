import { readFile } from 'node:fs/promises';
import path from 'node:path';
import Docker from 'dockerode';
import { readFacts, type EngineFacts } from './engine-facts.ts';
import type { Endpoint } from './endpoint.ts';

export type { EngineFacts } from './engine-facts.ts';

export interface Engine {
  readonly docker: Docker;
  readonly endpoint: Endpoint;
  readonly facts: EngineFacts;
}

/** dockerode takes a signal here; its published types leave it out. */
interface Interruptible {
  version(options: { abortSignal: AbortSignal }): Promise<unknown>;
  info(options: { abortSignal: AbortSignal }): Promise<unknown>;
  ping(options: { abortSignal: AbortSignal }): Promise<unknown>;
}

/**
 * Opens one endpoint and reads what the engine is. Rejects with the transport's own error (`ENOENT`,
 * `ECONNREFUSED`, `EACCES` …), or with an abort when it does not answer in `milliseconds`.
 */
export async function openEngine(endpoint: Endpoint, milliseconds: number): Promise<Engine> {
  const docker = await createClient(endpoint);
  const client = docker as unknown as Interruptible;
  const abortSignal = AbortSignal.timeout(milliseconds);
  const [version, information] = await Promise.all([
    client.version({ abortSignal }),
    client.info({ abortSignal }),
  ]);
  const facts = readFacts(version, information);
  return { docker, endpoint, facts };
}

/** True when the engine answers within `milliseconds`: an open socket alone proves nothing. */
export async function answers(engine: Engine, milliseconds: number): Promise<boolean> {
  const client = engine.docker as unknown as Interruptible;
  try {
    await client.ping({ abortSignal: AbortSignal.timeout(milliseconds) });
    return true;
  } catch {
    // Why it does not answer is the doctor's question, asked afresh.
    return false;
  }
}

async function createClient({ transport }: Endpoint): Promise<Docker> {
  if (transport.kind === 'unsupported') throw new Error(transport.reason);
  if (transport.kind === 'socket') {
    // An explicit `host` keeps dockerode from reading DOCKER_HOST a second time.
    return new Docker({ socketPath: transport.path, host: undefined, protocol: 'http' });
  }
  const { host, port, security } = transport;
  if (security.kind === 'none') {
    return new Docker({ host, port, protocol: 'http', socketPath: undefined });
  }
  const { certificates } = security;
  const proof = certificates === undefined ? {} : await readCertificates(certificates);
  return new Docker({ host, port, protocol: 'https', ...proof, socketPath: undefined });
}

async function readCertificates(folder: string) {
  const [ca, cert, key] = await Promise.all(
    ['ca.pem', 'cert.pem', 'key.pem'].map((name) => readFile(path.join(folder, name))),
  ).catch((error: Error) => {
    // Without its code, which would be taken for the engine's own absence.
    throw new Error(`The certificates for it cannot be read: ${error.message}`);
  });
  return { ca, cert, key };
}
