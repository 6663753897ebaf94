import type { EngineStatus } from '../../../../shared/contract/models/sandbox.ts';
import type { Machine } from './machine.ts';
import {
  installStep,
  limitsStep,
  permissionStep,
  restartStep,
  startStep,
  updateStep,
} from './platform-steps.ts';
import type { Trouble } from './trouble.ts';

export interface Finding {
  readonly trouble: Trouble;
  readonly address: string;
  /** Who named the address. */
  readonly origin: string;
  /** The transport's or the engine's own words; may be empty. */
  readonly detail: string;
  readonly installed: boolean;
  readonly machine: Machine;
}

type Step = Pick<EngineStatus, 'state' | 'message' | 'hint'>;

/** State, message and the exact next step for this platform. */
export async function nextStep(finding: Finding): Promise<Step> {
  const { trouble, address, detail, machine } = finding;
  switch (trouble) {
    case 'absent':
    case 'refused':
      return absentStep(finding);
    case 'denied':
      return {
        state: 'no-permission',
        message: `A container engine is there, but you may not use ${address}.`,
        hint: await permissionStep(machine),
      };
    case 'silent':
      return {
        state: 'hangs',
        message: `The container engine at ${address} hangs. ${detail}`,
        hint: await restartStep(machine),
      };
    case 'podman':
      return {
        state: 'unfit',
        message: detail,
        hint: finding.installed ? await startStep(machine) : await installStep(machine),
      };
    case 'windows-containers':
      return {
        state: 'windows-containers',
        message: detail,
        hint: 'In Docker Desktop\'s tray menu choose "Switch to Linux containers".',
      };
    case 'too-old':
      return { state: 'too-old', message: detail, hint: await updateStep(machine) };
    case 'wrong-architecture':
      return {
        state: 'wrong-architecture',
        message: detail,
        hint: 'Use an engine on an amd64 or arm64 computer: name it with DOCKER_HOST or a docker context.',
      };
    case 'missing-limits':
      return {
        state: 'unfit',
        message: `${detail} Without these limits no strategy runs.`,
        hint: limitsStep(detail),
      };
    case 'no-seccomp':
      return {
        state: 'unfit',
        message: `${detail} Without that, no sandbox is safe.`,
        hint: 'Use an engine and a kernel with seccomp: every current Docker package has it.',
      };
    case 'unsupported':
      return {
        state: 'error',
        message: `${address} cannot be used. ${detail}`,
        hint: address.startsWith('docker context')
          ? 'See which contexts there are with "docker context ls", and choose with "docker context use".'
          : 'Set DOCKER_HOST, or the docker context, to a unix://, npipe:// or tcp:// address.',
      };
    case 'failed':
      return {
        state: 'error',
        message: `${address} did not answer as a container engine does: ${detail}`,
        hint: /certificate|TLS|SSL|HTTPS/i.test(detail)
          ? 'Set DOCKER_TLS_VERIFY=1, and DOCKER_CERT_PATH to the folder with ca.pem, cert.pem and key.pem.'
          : await restartStep(machine),
      };
  }
}

async function absentStep(finding: Finding): Promise<Step> {
  const { trouble, address, origin, detail, machine } = finding;
  if (origin === 'DOCKER_HOST') {
    return {
      state: 'not-running',
      message: `DOCKER_HOST names ${address}, and no engine answers there. ${detail}`.trim(),
      hint: 'Start that engine, or unset DOCKER_HOST to let Stratbox look in the usual places.',
    };
  }
  if (origin.startsWith('docker context') && /^(tcp|https?):/.test(address)) {
    return {
      state: 'not-running',
      message: `The ${origin} names ${address}, and no engine answers there. ${detail}`.trim(),
      hint: 'Start that engine, or choose the one of this computer: docker context use default',
    };
  }
  // Whoever left a socket behind is installed, wherever its program is.
  return finding.installed || trouble === 'refused'
    ? {
        state: 'not-running',
        message: 'A container engine is installed but not running.',
        hint: await startStep(machine),
      }
    : {
        state: 'not-installed',
        message: 'No container engine is installed.',
        hint: await installStep(machine),
      };
}
