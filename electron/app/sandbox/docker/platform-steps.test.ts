import { describe, expect, it } from 'vitest';
import { nextStep, type Finding } from './doctor-hints.ts';
import { inventedDisk, inventedMachine } from './machine.fixture.ts';
import type { Machine } from './machine.ts';

/** A computer with these files; a bare name is a program on the PATH. */
function computer(platform: NodeJS.Platform, files: readonly string[] = []): Machine {
  const all = files.map((file) => [/[/\\]/.test(file) ? file : `/programs/${file}`, ''] as const);
  const disk = inventedDisk(Object.fromEntries(all));
  return inventedMachine({ platform, environment: { PATH: '/programs' }, disk });
}
const step = (machine: Machine, changes: Partial<Finding> = {}) =>
  nextStep({
    ...{ trouble: 'absent', address: '', origin: '', detail: '', installed: true, machine },
    ...changes,
  });
const systemd = '/run/systemd/system/x';

describe('an engine that does not run', () => {
  it.each([
    ['linux', ['dockerd', systemd], 'sudo systemctl start docker'],
    ['linux', ['dockerd'], 'sudo dockerd'],
    [
      'linux',
      ['dockerd', systemd, '/home/ada/.config/systemd/user/docker.service'],
      'systemctl --user start docker',
    ],
    ['linux', ['/opt/docker-desktop/bin/x', systemd], 'systemctl --user start docker-desktop'],
    ['linux', ['/snap/docker/current/x'], 'sudo snap start docker'],
    ['linux', [systemd], 'sudo systemctl start docker'],
    ['linux', ['colima'], 'colima start'],
    ['linux', ['rdctl'], 'Rancher Desktop'],
    ['darwin', ['/Applications/Docker.app/x'], 'open -a "Docker"'],
    ['darwin', ['/Applications/OrbStack.app/x'], 'open -a "OrbStack"'],
    ['darwin', ['/home/ada/Applications/Rancher Desktop.app/x'], 'open -a "Rancher Desktop"'],
    ['darwin', ['colima'], 'colima start'],
    ['win32', ['C:\\Program Files\\Docker\\Docker\\Docker Desktop.exe'], 'Start Docker Desktop'],
    ['win32', ['C:\\Program Files\\Rancher Desktop\\Rancher Desktop.exe'], 'Start Rancher Desktop'],
  ] as const)('on %s with %j: %s', async (platform, files, command) => {
    const { state, hint } = await step(computer(platform, files));
    expect(state).toBe('not-running');
    expect(hint).toContain(command);
  });
});

describe('no engine', () => {
  it.each([
    ['linux', ['/etc/debian_version'], 'apt-get install docker.io'],
    ['linux', [], 'docs.docker.com/engine/install'],
    ['darwin', [], 'brew install'],
    ['win32', [], 'winget install'],
  ] as const)('on %s with %j: %s', async (platform, files, command) => {
    const { state, hint } = await step(computer(platform, files), { installed: false });
    expect(state).toBe('not-installed');
    expect(hint).toContain(command);
  });
});

describe('an engine that somebody named', () => {
  it.each([
    ['DOCKER_HOST', 'unix:///x.sock', 'unset DOCKER_HOST'],
    ['docker context "far"', 'tcp://far.example:2376', 'docker context use default'],
    // Its own engine's socket: that engine has to be started.
    ['docker context "desktop-linux"', 'unix:///home/ada/x.sock', 'systemctl start docker'],
  ])('%s at %s: %s', async (origin, address, hint) => {
    const named = { trouble: 'refused', origin, address } as const;
    const found = await step(computer('linux', ['dockerd', systemd]), named);
    expect(found.state).toBe('not-running');
    expect(found.hint).toContain(hint);
  });

  it('is installed where it left a socket behind', async () => {
    const left = { trouble: 'refused', installed: false } as const;
    expect((await step(computer('linux'), left)).state).toBe('not-running');
  });
});

describe('no permission', () => {
  const denied = { trouble: 'denied', address: 'unix:///var/run/docker.sock' } as const;
  const withGroups = (text: string) =>
    step(inventedMachine({ disk: inventedDisk({ '/etc/group': text }) }), denied);

  it('leads into the group, and names the engine that needs none', async () => {
    const { state, hint } = await withGroups('root:x:0:\ndocker:x:998:bob\n');
    expect(state).toBe('no-permission');
    expect(hint).toMatch(/^Join .* sudo usermod -aG docker ada\nOr .*rootless/);
  });

  it('tells a member who has to log in again', async () => {
    expect((await withGroups('docker:x:998:bob,ada\n')).hint).toMatch(/log out and in again/);
    expect((await withGroups('docker:x:998:bob,ada\n')).hint).not.toContain('usermod');
  });

  it('makes the group where there is none', async () => {
    expect((await withGroups('adocker:x:998:ada\n')).hint).toContain(
      'sudo groupadd docker && sudo',
    );
  });

  it('knows Windows’ group', async () => {
    expect((await step(computer('win32'), denied)).hint).toContain('docker-users');
  });
});

describe('Podman alone', () => {
  it('leads to Docker: started where it is installed, else installed', async () => {
    const podman = { trouble: 'podman', detail: 'Podman cannot.' } as const;
    const without = computer('linux', ['podman', '/etc/debian_version']);
    expect(await step(without, { ...podman, installed: false })).toMatchObject({
      ...{ state: 'unfit', hint: expect.stringContaining('docker.io') as string },
    });
    expect((await step(computer('linux', ['podman', 'dockerd', systemd]), podman)).hint).toContain(
      'systemctl start docker',
    );
  });
});

describe('an engine that is too old or hangs', () => {
  it.each([
    ['too-old', 'linux', ['/etc/debian_version'], '--only-upgrade docker.io runc'],
    ['too-old', 'darwin', [], 'Check for updates'],
    ['silent', 'linux', [systemd], 'sudo systemctl restart docker'],
    ['silent', 'linux', [], 'sudo dockerd'],
    ['silent', 'win32', [], 'Quit the engine’s application'],
  ] as const)('%s on %s with %j: %s', async (trouble, platform, files, command) => {
    expect((await step(computer(platform, files), { trouble })).hint).toContain(command);
  });
});
