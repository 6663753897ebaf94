import type { Machine } from './machine.ts';

/** A socket or pipe and the engine that makes it. */
export type UsualSocket = readonly [path: string, origin: string];

/** The sockets that engines make by themselves on this platform, the most wanted first. */
export async function usualSockets(machine: Machine): Promise<UsualSocket[]> {
  if (machine.platform === 'win32') return windowsPipes;
  const { home, temporaryFolder } = machine;
  const runFolder = machine.environment['XDG_RUNTIME_DIR'] || `/run/user/${machine.userId}`;
  const machines = [
    ...(await colimaSockets(machine)),
    // docs.rancherdesktop.io, "Using Testcontainers with Rancher Desktop".
    [`${home}/.rd/docker.sock`, 'Rancher Desktop'],
  ] as const;
  if (machine.platform === 'darwin') {
    return [
      ['/var/run/docker.sock', 'the default socket'],
      // Since Docker Desktop 4.13, which makes the default socket only where it is asked to.
      [`${home}/.docker/run/docker.sock`, 'Docker Desktop'],
      // docs.orbstack.dev/docker: the "orbstack" context.
      [`${home}/.orbstack/run/docker.sock`, 'OrbStack'],
      ...machines,
      // What "podman machine start" prints; before Podman 5 it lay in the data folder.
      [`${temporaryFolder}/podman/podman-machine-default-api.sock`, 'Podman machine'],
      [`${home}/.local/share/containers/podman/machine/podman.sock`, 'Podman machine'],
    ];
  }
  return [
    ['/var/run/docker.sock', 'the default socket'],
    // docs.docker.com/engine/security/rootless/tips: "The socket path is set to $XDG_RUNTIME_DIR/docker.sock".
    [`${runFolder}/docker.sock`, 'rootless Docker'],
    [`${home}/.docker/run/docker.sock`, 'rootless Docker'],
    [`${home}/.docker/desktop/docker.sock`, 'Docker Desktop'],
    ...machines,
    // docs.podman.io, podman-system-service(1): the rootless and the rootful unit's sockets.
    [`${runFolder}/podman/podman.sock`, 'rootless Podman'],
    ['/run/podman/podman.sock', 'Podman'],
  ];
}

/** Docker's own two, and the one of "podman machine init" without a name. */
const windowsPipes: UsualSocket[] = [
  ['//./pipe/docker_engine', 'Docker Desktop'],
  ['//./pipe/dockerDesktopLinuxEngine', 'Docker Desktop'],
  ['//./pipe/podman-machine-default', 'Podman machine'],
];

/**
 * One socket a profile (Colima's docs/FAQ.md, "Docker socket location"), "default" first. The folder is
 * COLIMA_HOME, else ~/.colima where that is, else "colima" in the configuration folder (config/files.go).
 */
async function colimaSockets({ environment, home, disk }: Machine): Promise<UsualSocket[]> {
  const configuration = environment['XDG_CONFIG_HOME'] || `${home}/.config`;
  const folders = environment['COLIMA_HOME']
    ? [environment['COLIMA_HOME']]
    : [`${home}/.colima`, `${configuration}/colima`];
  const sockets: UsualSocket[] = [];
  for (const folder of folders) {
    const profiles = (await disk.list(folder)).filter((name) => !/^_|\.|^ssh_config$/.test(name));
    for (const profile of new Set(['default', ...profiles.toSorted()])) {
      const origin = profile === 'default' ? 'Colima' : `Colima, profile "${profile}"`;
      sockets.push([`${folder}/${profile}/docker.sock`, origin]);
    }
  }
  return sockets;
}
