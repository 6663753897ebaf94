import { readFile } from 'node:fs/promises';
import path from 'node:path';
import Docker from 'dockerode';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';

/** What the engine says about itself; the settings table depends on it. */
export interface EngineFacts {
  /** Product and version as an analyst knows it: "Docker Engine 20.10.24". */
  readonly name: string;
  readonly version: string;
  readonly apiVersion: string;
  readonly operatingSystem: string;
  readonly runtimes: readonly string[];
  readonly defaultRuntime: string;
  readonly appArmor: boolean;
  readonly seccomp: boolean;
  readonly cpus: number;
}

export interface Engine {
  readonly docker: Docker;
  readonly endpoint: Endpoint;
  readonly facts: EngineFacts;
}

const versionSchema = z.object({
  Version: z.string(),
  ApiVersion: z.string(),
  Os: z.string().default('linux'),
  Components: z.array(z.object({ Name: z.string() })).nullish(),
});
const informationSchema = z.object({
  Runtimes: z.record(z.string(), z.unknown()).nullish(),
  DefaultRuntime: z.string().default('runc'),
  SecurityOptions: z.array(z.string()).nullish(),
  NCPU: z.number().positive(),
});

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
  const facts = readFacts(versionSchema.parse(version), informationSchema.parse(information));
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

async function createClient({ transport, certificates }: Endpoint): Promise<Docker> {
  if (transport.kind === 'unsupported') throw new Error(transport.reason);
  if (transport.kind === 'socket') {
    // An explicit `host` keeps dockerode from reading DOCKER_HOST a second time.
    return new Docker({ socketPath: transport.path, host: undefined, protocol: 'http' });
  }
  const { host, port } = transport;
  if (certificates === undefined) {
    return new Docker({ host, port, protocol: 'http', socketPath: undefined });
  }
  const [ca, cert, key] = await Promise.all(
    ['ca.pem', 'cert.pem', 'key.pem'].map((name) => readFile(path.join(certificates, name))),
  );
  return new Docker({ host, port, protocol: 'https', ca, cert, key, socketPath: undefined });
}

function readFacts(
  version: z.infer<typeof versionSchema>,
  information: z.infer<typeof informationSchema>,
): EngineFacts {
  const product = version.Components?.[0]?.Name ?? 'Engine';
  const options = information.SecurityOptions ?? [];
  const hasOption = (name: string) => options.some((option) => option.startsWith(`name=${name}`));
  return {
    // Without a packager's suffix, "+dfsg1".
    name: `${product === 'Engine' ? 'Docker Engine' : product} ${version.Version.replace(/\+.*/, '')}`,
    version: version.Version,
    apiVersion: version.ApiVersion,
    operatingSystem: version.Os,
    runtimes: Object.keys(information.Runtimes ?? {}),
    defaultRuntime: information.DefaultRuntime,
    appArmor: hasOption('apparmor'),
    seccomp: hasOption('seccomp'),
    cpus: information.NCPU,
  };
}
