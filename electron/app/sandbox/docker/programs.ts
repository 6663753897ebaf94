import type { Machine } from './machine.ts';

/**
 * Programs whose presence means that an engine is installed. The `docker` client is not among them:
 * it is often there without any engine to talk to. Nor is Podman, which cannot take the isolation.
 */
export function installedPrograms({ platform, environment, home }: Machine): string[] {
  if (platform === 'win32') {
    const programFiles = environment['ProgramFiles'] ?? 'C:\\Program Files';
    return [
      `${programFiles}\\Docker\\Docker\\Docker Desktop.exe`,
      `${programFiles}\\Rancher Desktop\\Rancher Desktop.exe`,
    ];
  }
  const everywhere = ['colima', 'rdctl'];
  if (platform === 'darwin') {
    const applications = ['Docker', 'Rancher Desktop', 'OrbStack'];
    return [
      ...everywhere,
      ...applications.flatMap((name) => [
        `/Applications/${name}.app`,
        `${home}/Applications/${name}.app`,
      ]),
    ];
  }
  return [...everywhere, 'dockerd', 'dockerd-rootless.sh', '/opt/docker-desktop', '/snap/docker'];
}
