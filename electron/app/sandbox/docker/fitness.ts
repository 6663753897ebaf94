import { isExposed } from './endpoint.ts';
import type { EngineFacts } from './engine-facts.ts';
import type { Engine } from './engine.ts';
import type { Machine } from './machine.ts';
import type { Failure } from './trouble.ts';
import { isBefore, plainVersion } from './versions.ts';

/** The first API that knows every row of the settings table: `CgroupnsMode` came with 1.41, dockerd 20.10. */
const oldestApi = '1.41';

/**
 * The first dockerd that hands a rule's own error number on. Our profile answers `clone3` with ENOSYS;
 * an engine that makes EPERM of it leaves Node without threads (moby commit 567c01f,
 * github.com/AkihiroSuda/clone3-workaround).
 */
const oldestDocker = '20.10.10';

/** Before it, runc answered system calls newer than itself with EPERM as well (runc commit 7a8d716). */
const oldestRunc = '1.0.0';

/** CVE-2024-21626: a container could start inside a folder of the host that runc had left open. */
const safeRunc = '1.1.12';

/** Those that docker/seccomp.json has a list for; elsewhere it would let nothing through. */
export const supportedArchitectures: readonly string[] = ['amd64', 'arm64'];

/** An image's build needs the base, the copy without setuid files and the layers between. */
const roomForBuild = 1_000_000_000;

/** Why an engine that answers cannot hold a sandbox; null where it can. */
export function unfitness(facts: EngineFacts): Omit<Failure, 'endpoint'> | null {
  const { name, product, operatingSystem, architecture, runtimeVersion } = facts;
  if (product === 'podman') return { trouble: 'podman', detail: podmanReason(name) };
  if (operatingSystem !== 'linux') {
    return { trouble: 'windows-containers', detail: `${name} runs Windows containers.` };
  }
  if (isBefore(facts.apiVersion, oldestApi)) {
    return {
      trouble: 'too-old',
      detail: `${name} speaks API ${facts.apiVersion}; the isolation needs ${oldestApi}.`,
    };
  }
  if (isBefore(facts.version, oldestDocker)) {
    return {
      trouble: 'too-old',
      detail: `${name} cannot apply the list of allowed system calls; ${oldestDocker} is the first that can.`,
    };
  }
  if (facts.defaultRuntime === 'runc' && isBefore(runtimeVersion, oldestRunc)) {
    return {
      trouble: 'too-old',
      detail: `Its runc ${plainVersion(runtimeVersion)} cannot apply the list of allowed system calls; ${oldestRunc} is the first that can.`,
    };
  }
  if (!supportedArchitectures.includes(architecture)) {
    return {
      trouble: 'wrong-architecture',
      detail: `${name} runs on ${architecture || 'an unknown architecture'}; the sandbox is made for ${supportedArchitectures.join(' and ')}.`,
    };
  }
  if (!facts.seccomp) {
    return { trouble: 'no-seccomp', detail: `${name} cannot filter system calls.` };
  }
  if (facts.missingLimits.length > 0) {
    const rights = facts.rootless ? ', which runs without root’s rights,' : '';
    return {
      trouble: 'missing-limits',
      detail: `${name}${rights} cannot limit: ${facts.missingLimits.join(', ')}.`,
    };
  }
  return null;
}

/**
 * Measured with Podman 4.3.1: create wants the path of a seccomp profile where Docker takes its text, and
 * refuses `nr_inodes`; without both, 18 rows of the settings table come back from inspect as something
 * else, among them a shareable IPC namespace, writable /run and /var/tmp, and further environment.
 */
function podmanReason(name: string): string {
  return `${name} cannot take the isolation: its Docker interface wants the list of allowed system calls as a file of its own, cannot bound how many files a run makes, and does not report back what was set.`;
}

/** What a person should know about an engine that is used. */
export async function warningsAbout(engine: Engine, machine: Machine): Promise<string[]> {
  const { facts, endpoint } = engine;
  const warnings: string[] = [];
  // A distribution mends old versions without raising their number, and marks them as its own.
  const isUpstream = /^[\d.]+$/.test(facts.runtimeVersion);
  if (facts.defaultRuntime === 'runc' && isUpstream && isBefore(facts.runtimeVersion, safeRunc)) {
    warnings.push(
      `runc ${facts.runtimeVersion} has a known way out of containers (CVE-2024-21626). Update the engine: ${safeRunc} is the first without it.`,
    );
  }
  if (isExposed(endpoint)) {
    warnings.push(
      `Strategies and data travel to ${endpoint.address} unencrypted, and whoever can reach it rules that computer. Protect it with TLS (DOCKER_TLS_VERIFY and DOCKER_CERT_PATH).`,
    );
  }
  const free = await freeBytes(engine, machine);
  if (free !== null && free < roomForBuild) {
    warnings.push(
      `Only ${Math.floor(free / 1e6)} MB are free where the engine keeps images (${facts.dataFolder}); building the sandbox image takes up to ${roomForBuild / 1e9} GB. Free some, for example with: ${facts.product} system prune`,
    );
  }
  return warnings;
}

/** Only an engine on this computer keeps its data where this computer can look. */
async function freeBytes({ facts, endpoint }: Engine, { platform, disk }: Machine) {
  const isHere = platform === 'linux' && endpoint.transport.kind === 'socket';
  return isHere && facts.dataFolder !== '' ? disk.freeBytes(facts.dataFolder) : null;
}
