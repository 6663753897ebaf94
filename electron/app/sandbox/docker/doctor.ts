import type { EngineStatus } from '../../../../shared/contract/models/sandbox.ts';
import { nextStep, type Trouble } from './doctor-hints.ts';
import type { Endpoint } from './endpoint.ts';
import { listEndpoints } from './endpoints.ts';
import { openEngine, type Engine } from './engine.ts';
import { isInstalled, type Machine } from './machine.ts';
import { installedPrograms } from './programs.ts';

/** Below the 1.5 s in which the doctor promises an answer, whatever a socket does. */
const probeMilliseconds = 1200;

/** dockerd 20.10: the oldest that knows every setting in the table. */
const oldestApi = [1, 41] as const;

export interface Diagnosis {
  readonly status: EngineStatus;
  readonly engine: Engine | null;
}

type Probe = { readonly endpoint: Endpoint; readonly engine: Engine } | Failure;

interface Failure {
  readonly endpoint: Endpoint;
  readonly trouble: Trouble;
  readonly detail: string;
}

/**
 * Looks for an engine everywhere at once and takes the most wanted that is fit. Never rejects: what is
 * wrong is in the status, with the next step for this platform.
 */
export async function diagnose(machine: Machine): Promise<Diagnosis> {
  const endpoints = await listEndpoints(machine);
  const probes = await Promise.all(endpoints.map(probe));
  for (const found of probes) {
    if ('engine' in found) return { status: ready(found.engine), engine: found.engine };
  }
  const worst = mostTelling(probes.filter((found) => 'trouble' in found));
  const installed = await isInstalled(machine, installedPrograms(machine));
  return { status: await troubled(worst, installed, machine), engine: null };
}

function ready({ facts, endpoint }: Engine): EngineStatus {
  return {
    state: 'ready',
    endpoint: endpoint.address,
    version: facts.version,
    message: `${facts.name} answers at ${endpoint.address} (${endpoint.origin}).`,
    hint: '',
  };
}

async function probe(endpoint: Endpoint): Promise<Probe> {
  if (endpoint.transport.kind === 'unsupported') {
    return { endpoint, trouble: 'unsupported', detail: endpoint.transport.reason };
  }
  try {
    const engine = await openEngine(endpoint, probeMilliseconds);
    return unfit(engine) ?? { endpoint, engine };
  } catch (error) {
    return { endpoint, ...classify(error) };
  }
}

/** An engine that answers but cannot hold a sandbox. */
function unfit({ endpoint, facts }: Engine): Failure | null {
  if (facts.operatingSystem !== 'linux') {
    return {
      endpoint,
      trouble: 'windows-containers',
      detail: `${facts.name} runs Windows containers.`,
    };
  }
  const [major = 0, minor = 0] = facts.apiVersion.split('.').map(Number);
  if (major < oldestApi[0] || (major === oldestApi[0] && minor < oldestApi[1])) {
    return { endpoint, trouble: 'too-old', detail: `${facts.name} is too old.` };
  }
  if (!facts.seccomp) {
    return { endpoint, trouble: 'no-seccomp', detail: `${facts.name} cannot filter system calls.` };
  }
  return null;
}

function classify(error: unknown): { trouble: Trouble; detail: string } {
  const { code, name, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { trouble: 'absent', detail: '' };
  if (code === 'ECONNREFUSED') return { trouble: 'refused', detail: 'Nothing listens there.' };
  if (code === 'EACCES' || code === 'EPERM') return { trouble: 'denied', detail: message };
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR') {
    return { trouble: 'silent', detail: 'It accepted the connection and then did not answer.' };
  }
  return { trouble: 'failed', detail: message };
}

/** The probe that says most about what a person can do; absence says least. */
const telling: readonly Trouble[] = [
  'denied',
  'windows-containers',
  'too-old',
  'no-seccomp',
  'unsupported',
  'silent',
  'failed',
  'refused',
  'absent',
];

function mostTelling(probes: readonly Failure[]): Failure | undefined {
  return probes.toSorted((a, b) => telling.indexOf(a.trouble) - telling.indexOf(b.trouble))[0];
}

async function troubled(
  found: Failure | undefined,
  installed: boolean,
  machine: Machine,
): Promise<EngineStatus> {
  const trouble = found?.trouble ?? 'absent';
  const address = found?.endpoint.address ?? '';
  return {
    endpoint: address,
    version: '',
    ...(await nextStep({ trouble, address, detail: found?.detail ?? '', installed, machine })),
  };
}
