// GET /version and GET /info, cut to what is read. Docker 20.10 and Podman were recorded from the engines of
// Debian 12; the others have the shapes that their documentation shows.

interface Answers {
  readonly version: Record<string, unknown>;
  readonly information: Record<string, unknown>;
}

const limits = { MemoryLimit: true, SwapLimit: true, PidsLimit: true, CpuCfsQuota: true };

export const debianDocker: Answers = {
  version: {
    Platform: { Name: '' },
    Components: [
      { Name: 'Engine', Version: '20.10.24+dfsg1', Details: { ApiVersion: '1.41' } },
      { Name: 'containerd', Version: '1.6.20~ds1', Details: {} },
      { Name: 'runc', Version: '1.1.5+ds1', Details: { GitCommit: '1.1.5+ds1-1+deb12u1' } },
      { Name: 'docker-init', Version: '0.19.0', Details: { GitCommit: '' } },
    ],
    ...{ Version: '20.10.24+dfsg1', ApiVersion: '1.41', Os: 'linux', Arch: 'amd64' },
  },
  information: {
    Runtimes: { 'io.containerd.runc.v2': { path: 'runc' }, runc: { path: 'runc' } },
    ...limits,
    ...{ DefaultRuntime: 'runc', Architecture: 'x86_64', NCPU: 2, CgroupVersion: '1' },
    DockerRootDir: '/var/lib/docker',
    SecurityOptions: ['name=seccomp,profile=default'],
  },
};

export const debianPodman: Answers = {
  version: {
    Components: [
      { Name: 'Podman Engine', Version: '4.3.1', Details: { APIVersion: '4.3.1' } },
      { Name: 'Conmon', Version: 'conmon version 2.1.6, commit: unknown' },
      {
        Name: 'OCI Runtime (crun)',
        Version: 'crun version 1.8.1\ncommit: f8a096be060b22ccd3d5f3ebe44108517fbf6c30\n+SECCOMP',
      },
    ],
    ...{ Version: '4.3.1', ApiVersion: '1.41', Os: 'linux', Arch: 'amd64' },
  },
  information: {
    // Of these only crun was installed.
    Runtimes: { crun: {}, kata: {}, krun: {}, runc: {}, runj: {}, runsc: {} },
    ...limits,
    ...{ DefaultRuntime: 'crun', Architecture: 'amd64', NCPU: 2, CgroupVersion: '1' },
    ...{ DockerRootDir: '/var/lib/containers/storage', Rootless: false },
    SecurityOptions: ['name=seccomp,profile=default'],
  },
};

/** Colima and Docker Desktop on an Apple computer: a Linux machine with its own engine. */
export const appleDocker: Answers = {
  version: {
    Components: [
      { Name: 'Engine', Version: '27.1.0' },
      { Name: 'runc', Version: '1.1.13' },
    ],
    ...{ Version: '27.1.0', ApiVersion: '1.46', Os: 'linux', Arch: 'arm64' },
  },
  information: {
    Runtimes: { runc: {}, runsc: {} },
    ...limits,
    ...{ DefaultRuntime: 'runc', Architecture: 'aarch64', NCPU: 4, CgroupVersion: '2' },
    SecurityOptions: ['name=apparmor', 'name=seccomp,profile=builtin', 'name=cgroupns'],
  },
};

/** Rootless Docker where the kernel still has cgroup v1: docs.docker.com/engine/security/rootless. */
export const rootlessDocker: Answers = {
  version: { ...appleDocker.version, Arch: 'amd64' },
  information: {
    ...appleDocker.information,
    ...{ MemoryLimit: false, SwapLimit: false, PidsLimit: false, CpuCfsQuota: false },
    ...{ CgroupVersion: '1', CgroupDriver: 'none' },
    SecurityOptions: ['name=seccomp,profile=builtin', 'name=rootless'],
  },
};
