import type { RunLimits } from '../../../../shared/contract/models/run.ts';
import type { EngineFacts } from './engine.ts';

/**
 * One row of the isolation table. `field` is a path in what the engine's `inspect` returns; the same
 * path, without `Config.`, is where `create` takes the value.
 */
export interface Setting {
  readonly field: string;
  readonly value: unknown;
  /** `equals`: exactly this, where null and empty are alike. `includes`: at least this. */
  readonly demand: 'equals' | 'includes';
  /** False where the engine decides, and its decision is only asserted. */
  readonly sent: boolean;
}

export interface SettingsInput {
  /** `sha256:…`: a tag can be moved to another image, an id cannot. */
  readonly imageId: string;
  readonly command: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly limits: Pick<RunLimits, 'memoryMegabytes' | 'cpus' | 'network'>;
  /** The profile for this network mode as one line of JSON. */
  readonly seccompProfile: string;
  readonly facts: EngineFacts;
}

const megabyte = 1024 * 1024;
export const sandboxUser = '65534:65534';

/**
 * The whole isolation of a run, in one place: `create` is made from these rows and `inspect` is held
 * against them before the container starts. Any difference and it never runs.
 */
export function isolationSettings(input: SettingsInput): Setting[] {
  return [...reach(input), ...identity(input), ...resources(input)];
}

/** What runs, as whom, with which standard streams. */
function identity({ imageId, command, labels }: SettingsInput): Setting[] {
  const [program, ...flags] = command;
  return [
    asserted('Image', imageId),
    equal('Config.Image', imageId),
    equal('Config.User', sandboxUser),
    equal('Config.Hostname', 'stratbox'),
    equal('Config.Entrypoint', [program]),
    equal('Config.Cmd', flags),
    equal('Config.WorkingDir', '/opt/stratbox'),
    // Explicit, so that nothing of the app's or the engine's environment reaches a strategy.
    equal('Config.Env', [
      'PATH=/usr/local/bin:/usr/bin:/bin',
      'HOME=/nonexistent',
      'LANG=C.UTF-8',
      'TZ=UTC',
      'UV_USE_IO_URING=0',
    ]),
    equal('Config.Tty', false),
    equal('Config.OpenStdin', true),
    // True made the engine close standard input before the job had arrived.
    equal('Config.StdinOnce', false),
    equal('Config.AttachStdin', true),
    equal('Config.AttachStdout', true),
    equal('Config.AttachStderr', true),
    equal('Config.Healthcheck', { Test: ['NONE'] }),
    includes('Config.Labels', labels),
    equal('HostConfig.Init', true),
    equal('HostConfig.AutoRemove', false),
    equal('HostConfig.RestartPolicy', { Name: 'no', MaximumRetryCount: 0 }),
    equal('HostConfig.LogConfig', { Type: 'none', Config: {} }),
  ];
}

/** What it can touch: no network unless chosen, no writable disk but /tmp, no privilege, few system calls. */
function reach({ limits, seccompProfile, facts }: SettingsInput): Setting[] {
  const appArmor = facts.appArmor === null ? [] : [`apparmor=${facts.appArmor}`];
  return [
    ...absent.map((field) => asserted(field, null)),
    equal('Config.NetworkDisabled', limits.network === 'none'),
    equal('HostConfig.NetworkMode', limits.network),
    equal('HostConfig.ReadonlyRootfs', true),
    equal('HostConfig.Tmpfs', { '/tmp': 'rw,noexec,nosuid,nodev,size=64m,nr_inodes=1024' }),
    equal('HostConfig.CapDrop', ['ALL']),
    equal('HostConfig.SecurityOpt', [
      'no-new-privileges',
      `seccomp=${seccompProfile}`,
      ...appArmor,
    ]),
    equal('HostConfig.IpcMode', 'none'),
    equal('HostConfig.CgroupnsMode', 'private'),
    // gVisor puts a second kernel between the strategy and this one, where the engine has it.
    equal('HostConfig.Runtime', facts.runtimes.includes('runsc') ? 'runsc' : facts.defaultRuntime),
    asserted('AppArmorProfile', facts.appArmor ?? ''),
    includes('HostConfig.MaskedPaths', ['/proc/kcore', '/proc/keys', '/sys/firmware'], false),
    includes('HostConfig.ReadonlyPaths', ['/proc/sys', '/proc/sysrq-trigger'], false),
  ];
}

/** Everything that would widen the sandbox; none may be set, by us, the image or the engine. */
const absent = [
  'Config.Volumes',
  'Config.ExposedPorts',
  'HostConfig.Binds',
  'HostConfig.Mounts',
  'HostConfig.VolumesFrom',
  'HostConfig.Devices',
  'HostConfig.DeviceRequests',
  'HostConfig.DeviceCgroupRules',
  'HostConfig.PortBindings',
  'HostConfig.PublishAllPorts',
  'HostConfig.Links',
  'HostConfig.ExtraHosts',
  'HostConfig.Dns',
  'HostConfig.DnsOptions',
  'HostConfig.DnsSearch',
  'HostConfig.CapAdd',
  'HostConfig.Privileged',
  'HostConfig.PidMode',
  'HostConfig.UTSMode',
  'HostConfig.UsernsMode',
  'HostConfig.CgroupParent',
  'HostConfig.GroupAdd',
  'HostConfig.Sysctls',
  'HostConfig.OomKillDisable',
  'Mounts',
];

/** How much it can use. */
function resources({ limits, facts }: SettingsInput): Setting[] {
  const memory = limits.memoryMegabytes * megabyte;
  return [
    equal('HostConfig.PidsLimit', 64),
    equal('HostConfig.Memory', memory),
    // Equal to Memory: no swap, so the limit is the limit.
    equal('HostConfig.MemorySwap', memory),
    equal('HostConfig.NanoCpus', Math.round(allowedCpus(limits, facts) * 1e9)),
    equal('HostConfig.Ulimits', [
      { Name: 'nofile', Soft: 256, Hard: 256 },
      { Name: 'fsize', Soft: 32 * megabyte, Hard: 32 * megabyte },
      { Name: 'core', Soft: 0, Hard: 0 },
    ]),
    // When the computer runs out of memory, the sandbox goes before the analyst's own work.
    equal('HostConfig.OomScoreAdj', 500),
  ];
}

/** The engine refuses more processors than it has; the user's setting is an upper bound. */
export function allowedCpus(
  { cpus }: Pick<RunLimits, 'cpus'>,
  facts: Pick<EngineFacts, 'cpus'>,
): number {
  return Math.min(cpus, facts.cpus);
}

function equal(field: string, value: unknown): Setting {
  return { field, value, demand: 'equals', sent: true };
}

function asserted(field: string, value: unknown): Setting {
  return { field, value, demand: 'equals', sent: false };
}

function includes(field: string, value: unknown, sent = true): Setting {
  return { field, value, demand: 'includes', sent };
}
