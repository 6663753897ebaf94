import type { EngineStatus } from '../../../../shared/contract/models/sandbox.ts';
import { nextStep } from './doctor-hints.ts';
import { listEndpoints } from './endpoints.ts';
import type { EngineFacts } from './engine-facts.ts';
import type { Engine } from './engine.ts';
import { warningsAbout } from './fitness.ts';
import { isInstalled, type Machine } from './machine.ts';
import { probe, type Probe } from './probe.ts';
import { installedPrograms } from './programs.ts';
import type { Failure, Trouble } from './trouble.ts';
import { plainVersion } from './versions.ts';

/** Below the 1.5 s in which the doctor promises an answer, whatever a socket does. */
const probeMilliseconds = 1200;

export interface Diagnosis {
  readonly status: EngineStatus;
  readonly engine: Engine | null;
}

/**
 * Looks for an engine everywhere at once and takes the most wanted that is fit. Never rejects: what is
 * wrong is in the status, with the next step for this platform. Each place has `milliseconds` to answer.
 */
export async function diagnose(
  machine: Machine,
  milliseconds = probeMilliseconds,
): Promise<Diagnosis> {
  const endpoints = await listEndpoints(machine);
  const probes = await Promise.all(endpoints.map((place) => probe(place, milliseconds)));
  const taken = probes.find((found) => 'engine' in found);
  const searched = probes.map((found) => tell(found, found === taken));
  if (taken !== undefined && 'engine' in taken) {
    const { engine } = taken;
    const warnings = await warningsAbout(engine, machine);
    return { status: { ...ready(engine), warnings, searched }, engine };
  }
  const worst = mostTelling(probes.filter((found) => 'trouble' in found));
  return { status: { ...(await troubled(worst, machine)), searched }, engine: null };
}

function ready({ facts, endpoint }: Engine): Omit<EngineStatus, 'warnings' | 'searched'> {
  return {
    state: 'ready',
    endpoint: endpoint.address,
    version: facts.version,
    details: describe(facts),
    message: `${facts.name} answers at ${endpoint.address} (${endpoint.origin}).`,
    hint: '',
  };
}

function describe(facts: EngineFacts): string {
  const runtime = facts.runtimes.includes('runsc')
    ? 'gVisor (runsc)'
    : `${facts.defaultRuntime} ${plainVersion(facts.runtimeVersion)}`.trim();
  return [
    facts.architecture,
    runtime,
    ...(facts.cgroupVersion === 'unknown' ? [] : [`cgroup v${facts.cgroupVersion}`]),
    facts.appArmor === null ? 'no AppArmor' : 'AppArmor',
    ...(facts.rootless ? ['rootless'] : []),
  ].join(', ');
}

/** One place of the search, in a few words. */
function tell(found: Probe, isTaken: boolean): EngineStatus['searched'][number] {
  const { address, origin } = found.endpoint;
  if ('engine' in found) {
    const { name } = found.engine.facts;
    return isTaken
      ? { address, origin, state: 'used', finding: `${name}.` }
      : {
          address,
          origin,
          state: 'spare',
          finding: `${name} answers too; an earlier one is used.`,
        };
  }
  return {
    address,
    origin,
    state: found.trouble === 'absent' ? 'absent' : 'refused',
    finding: found.trouble === 'absent' ? 'Not there.' : found.detail,
  };
}

/** The probe that says most about what a person can do; absence says least. */
const telling: readonly Trouble[] = [
  'denied',
  'windows-containers',
  'too-old',
  'wrong-architecture',
  'missing-limits',
  'no-seccomp',
  'unsupported',
  'silent',
  'failed',
  'podman',
  'refused',
  'absent',
];

function mostTelling(probes: readonly Failure[]): Failure | undefined {
  return probes.toSorted((a, b) => telling.indexOf(a.trouble) - telling.indexOf(b.trouble))[0];
}

async function troubled(
  found: Failure | undefined,
  machine: Machine,
): Promise<Omit<EngineStatus, 'searched'>> {
  const address = found?.endpoint.address ?? '';
  const installed = await isInstalled(machine, installedPrograms(machine));
  const step = await nextStep({
    ...{ trouble: found?.trouble ?? 'absent', detail: found?.detail ?? '' },
    ...{ address, origin: found?.endpoint.origin ?? '', installed, machine },
  });
  return { endpoint: address, version: '', details: '', warnings: [], ...step };
}
