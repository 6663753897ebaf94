import { isInstalled, type Machine } from './machine.ts';

/** What to type or click on this platform, for the engine that is installed on it. */
export async function startStep(machine: Machine): Promise<string> {
  if (machine.platform === 'darwin') return startOnMac(machine);
  if (machine.platform === 'win32') return startOnWindows(machine);
  const { disk, home } = machine;
  const systemd = await hasSystemd(machine);
  if (await isInstalled(machine, ['dockerd'])) {
    const rootless = await disk.exists(`${home}/.config/systemd/user/docker.service`);
    if (systemd && rootless) return 'Start it: systemctl --user start docker';
    return systemd ? 'Start it: sudo systemctl start docker' : 'Start it: sudo dockerd';
  }
  if (await disk.exists('/opt/docker-desktop')) {
    return 'Start Docker Desktop: systemctl --user start docker-desktop';
  }
  if (await disk.exists('/snap/docker')) return 'Start it: sudo snap start docker';
  if (await isInstalled(machine, ['colima'])) return 'Start it: colima start';
  if (await isInstalled(machine, ['rdctl'])) {
    return 'Start Rancher Desktop from the applications menu.';
  }
  return systemd ? 'Start it: sudo systemctl start docker' : 'Start it: sudo dockerd';
}

export async function restartStep(machine: Machine): Promise<string> {
  if (machine.platform !== 'linux') return 'Quit the engine’s application and start it again.';
  return (await hasSystemd(machine))
    ? 'Restart it: sudo systemctl restart docker'
    : 'End dockerd and start it again: sudo dockerd';
}

export async function installStep(machine: Machine): Promise<string> {
  const { platform } = machine;
  if (platform === 'darwin') return 'Install Docker Desktop: brew install --cask docker';
  if (platform === 'win32') return 'Install Docker Desktop: winget install Docker.DockerDesktop';
  return (await isDebian(machine))
    ? 'Install it: sudo apt-get install docker.io'
    : 'Install Docker Engine: https://docs.docker.com/engine/install/';
}

export async function updateStep(machine: Machine): Promise<string> {
  if (machine.platform !== 'linux')
    return 'Update it: in its application’s menu, "Check for updates".';
  return (await isDebian(machine))
    ? 'Update it: sudo apt-get update && sudo apt-get install --only-upgrade docker.io runc'
    : 'Update it: https://docs.docker.com/engine/install/';
}

export async function permissionStep(machine: Machine): Promise<string> {
  const { platform, userName, disk } = machine;
  if (platform === 'darwin') return 'Start Docker Desktop as the user you are logged in as.';
  if (platform === 'win32') return 'Add yourself to the group "docker-users" and log in again.';
  const members = /^docker:[^:]*:\d*:(.*)$/m.exec((await disk.readText('/etc/group')) ?? '')?.[1];
  const join = members?.split(',').includes(userName)
    ? 'You are in its group since you logged in: log out and in again.'
    : `Join its group, then log out and in again: ${members === undefined ? 'sudo groupadd docker && ' : ''}sudo usermod -aG docker ${userName}`;
  return `${join}\nOr use an engine that needs no such right: dockerd-rootless-setuptool.sh install`;
}

/** `detail` names the limits that cannot be kept. */
export function limitsStep(detail: string): string {
  return detail.includes('root’s rights')
    ? 'Give it cgroup v2 with the memory, pids and cpu controllers delegated (https://rootlesscontaine.rs/getting-started/common/cgroup2/), or use an engine with root’s rights.'
    : 'Use cgroup v2, or add cgroup_enable=memory swapaccount=1 to the kernel’s command line and restart the computer.';
}

async function startOnMac(machine: Machine): Promise<string> {
  const { disk, home } = machine;
  for (const name of ['Docker', 'OrbStack', 'Rancher Desktop']) {
    for (const folder of ['/Applications', `${home}/Applications`]) {
      if (await disk.exists(`${folder}/${name}.app`)) return `Start it: open -a "${name}"`;
    }
  }
  if (await isInstalled(machine, ['colima'])) return 'Start it: colima start';
  return 'Start Docker Desktop: open -a Docker';
}

async function startOnWindows(machine: Machine): Promise<string> {
  const programs = machine.environment['ProgramFiles'] ?? 'C:\\Program Files';
  for (const [file, name] of [
    ['Docker\\Docker\\Docker Desktop.exe', 'Docker Desktop'],
    ['Rancher Desktop\\Rancher Desktop.exe', 'Rancher Desktop'],
  ]) {
    if (await machine.disk.exists(`${programs}\\${file}`)) {
      return `Start ${name} from the Start menu.`;
    }
  }
  return 'Start Docker Desktop from the Start menu.';
}

function hasSystemd({ disk }: Machine): Promise<boolean> {
  return disk.exists('/run/systemd/system');
}

function isDebian({ disk }: Machine): Promise<boolean> {
  return disk.exists('/etc/debian_version');
}
