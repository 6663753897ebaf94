import { describe, expect, it } from 'vitest';
import {
  appleDocker,
  debianDocker,
  debianPodman,
  rootlessDocker,
} from './engine-answers.fixture.ts';
import { readFacts } from './engine-facts.ts';

const read = ({ version, information }: typeof debianDocker, changes: object = {}) =>
  readFacts(version, { ...information, ...changes });

describe('readFacts', () => {
  it('reads Docker of a distribution', () => {
    expect(read(debianDocker)).toEqual({
      name: 'Docker Engine 20.10.24',
      product: 'docker',
      version: '20.10.24+dfsg1',
      apiVersion: '1.41',
      operatingSystem: 'linux',
      architecture: 'amd64',
      runtimes: ['io.containerd.runc.v2', 'runc'],
      defaultRuntime: 'runc',
      runtimeVersion: '1.1.5+ds1',
      appArmor: null,
      seccomp: true,
      rootless: false,
      cgroupVersion: '1',
      missingLimits: [],
      cpus: 2,
      dataFolder: '/var/lib/docker',
    });
  });

  it('does not believe Podman that gVisor is there: it lists what its configuration names', () => {
    expect(read(debianPodman)).toMatchObject({
      name: 'Podman Engine 4.3.1',
      product: 'podman',
      runtimes: ['crun'],
      runtimeVersion: '1.8.1',
    });
    expect(read(appleDocker).runtimes).toContain('runsc');
  });

  it('takes AppArmor’s profile from the engine that names one', () => {
    expect(read(appleDocker).appArmor).toBe('docker-default');
    const named = { SecurityOptions: ['name=apparmor,profile=containers-default-0.50.1'] };
    expect(read(debianPodman, named).appArmor).toBe('containers-default-0.50.1');
  });

  it('knows which limits a rootless engine cannot keep', () => {
    const all = ['memory', 'swap', 'the number of processes', 'processor time'];
    expect(read(rootlessDocker)).toMatchObject({ rootless: true, missingLimits: all });
    // Podman tells what the kernel could do; without root's rights nobody can do it on v1.
    expect(read(debianPodman, { Rootless: true }).missingLimits).toEqual(all);
    const delegated = { Rootless: true, CgroupVersion: '2' };
    expect(read(debianPodman, delegated).missingLimits).toEqual([]);
  });

  it('refuses what is not an engine’s answer', () => {
    expect(() => readFacts({ hello: 'world' }, {})).toThrow();
  });
});
