import type { EngineStatus } from '../../../../shared/contract/models/sandbox.ts';
import { exists, isInstalled, type Machine } from './machine.ts';

/** What kept an endpoint from being used. */
export type Trouble =
  | 'absent'
  | 'refused'
  | 'denied'
  | 'silent'
  | 'failed'
  | 'unsupported'
  | 'windows-containers'
  | 'too-old'
  | 'no-seccomp';

export interface Finding {
  readonly trouble: Trouble;
  readonly address: string;
  /** The transport's or the engine's own words; may be empty. */
  readonly detail: string;
  readonly installed: boolean;
  readonly machine: Machine;
}

/** State, message and the exact next step for this platform. */
export async function nextStep(
  finding: Finding,
): Promise<Pick<EngineStatus, 'state' | 'message' | 'hint'>> {
  const { trouble, address, detail, installed, machine } = finding;
  switch (trouble) {
    case 'absent':
    case 'refused':
      if (machine.environment['DOCKER_HOST']) {
        return {
          state: 'not-running',
          message: `DOCKER_HOST names ${address}, and no engine answers there.`,
          hint: 'Start that engine, or unset DOCKER_HOST to let Stratbox look in the usual places.',
        };
      }
      return installed
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
    case 'denied':
      return {
        state: 'no-permission',
        message: `A container engine is there, but you may not use ${address}.`,
        hint: permissionStep(machine),
      };
    case 'silent':
      return {
        state: 'error',
        message: `The container engine at ${address} hangs. ${detail}`,
        hint: await restartStep(machine),
      };
    case 'windows-containers':
      return {
        state: 'error',
        message: detail,
        hint: 'In Docker Desktop\'s tray menu choose "Switch to Linux containers".',
      };
    case 'too-old':
      return {
        state: 'error',
        message: detail,
        hint: 'Update it: Stratbox needs Docker Engine 20.10 or later.',
      };
    case 'no-seccomp':
      return {
        state: 'error',
        message: `${detail} Without that, no sandbox is safe.`,
        hint: 'Use an engine and a kernel with seccomp: every current Docker package has it.',
      };
    case 'unsupported':
      return {
        state: 'error',
        message: `${address} cannot be used. ${detail}`,
        hint: 'Set DOCKER_HOST, or the docker context, to a unix://, npipe:// or tcp:// address.',
      };
    case 'failed':
      return {
        state: 'error',
        message: `${address} did not answer as a container engine does: ${detail}`,
        hint: await restartStep(machine),
      };
  }
}

async function startStep(machine: Machine): Promise<string> {
  if (machine.platform === 'darwin') {
    if (await isInstalled(machine, ['colima'])) return 'Start it: colima start';
    return 'Start Docker Desktop: open -a Docker';
  }
  if (machine.platform === 'win32') return 'Start Docker Desktop from the Start menu.';
  if (!(await isInstalled(machine, ['dockerd']))) {
    return 'Start it: systemctl --user start podman.socket';
  }
  return (await exists('/run/systemd/system'))
    ? 'Start it: sudo systemctl start docker'
    : 'Start it: sudo dockerd';
}

async function restartStep(machine: Machine): Promise<string> {
  if (machine.platform !== 'linux') return 'Quit the engine’s application and start it again.';
  return (await exists('/run/systemd/system'))
    ? 'Restart it: sudo systemctl restart docker'
    : 'End dockerd and start it again: sudo dockerd';
}

async function installStep({ platform }: Machine): Promise<string> {
  if (platform === 'darwin') return 'Install Docker Desktop: brew install --cask docker';
  if (platform === 'win32') return 'Install Docker Desktop: winget install Docker.DockerDesktop';
  return (await exists('/etc/debian_version'))
    ? 'Install it: sudo apt-get install docker.io'
    : 'Install Docker Engine: https://docs.docker.com/engine/install/';
}

function permissionStep({ platform, userName }: Machine): string {
  if (platform === 'linux') {
    return `Join its group, then log out and in again: sudo usermod -aG docker ${userName}`;
  }
  if (platform === 'darwin') return 'Start Docker Desktop as the user you are logged in as.';
  return 'Add yourself to the group "docker-users" and log in again.';
}
