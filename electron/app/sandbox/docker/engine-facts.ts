import { z } from 'zod';

/** What an engine says about itself: the settings table depends on it, and the doctor judges it. */
export interface EngineFacts {
  /** Product and version as an analyst knows it: "Docker Engine 20.10.24". */
  readonly name: string;
  readonly product: 'docker' | 'podman';
  readonly version: string;
  readonly apiVersion: string;
  readonly operatingSystem: string;
  /** As Docker names it: "amd64", "arm64". */
  readonly architecture: string;
  /** Those that are known to be there. */
  readonly runtimes: readonly string[];
  readonly defaultRuntime: string;
  /** The default runtime's own version, with a packager's suffix; empty where the engine does not tell. */
  readonly runtimeVersion: string;
  /** The name of the profile every container gets by default; null without AppArmor. */
  readonly appArmor: string | null;
  readonly seccomp: boolean;
  readonly rootless: boolean;
  readonly cgroupVersion: '1' | '2' | 'unknown';
  /** Limits of ours that its kernel or its rights do not let it keep. */
  readonly missingLimits: readonly string[];
  readonly cpus: number;
  /** Where it keeps images, on its own computer; empty where it does not tell. */
  readonly dataFolder: string;
}

const componentSchema = z.object({ Name: z.string(), Version: z.string().default('') });
const versionSchema = z.object({
  Version: z.string(),
  ApiVersion: z.string(),
  Os: z.string().default('linux'),
  Arch: z.string().nullish(),
  Components: z.array(componentSchema).nullish(),
});
const limit = z.boolean().nullish();
const informationSchema = z.object({
  Runtimes: z.record(z.string(), z.unknown()).nullish(),
  DefaultRuntime: z.string().default('runc'),
  SecurityOptions: z.array(z.string()).nullish(),
  NCPU: z.number().positive(),
  Architecture: z.string().default(''),
  CgroupVersion: z.string().nullish(),
  DockerRootDir: z.string().default(''),
  Rootless: z.boolean().nullish(),
  MemoryLimit: limit,
  SwapLimit: limit,
  PidsLimit: limit,
  CpuCfsQuota: limit,
});

/** The fields of /info that say whether the kernel can keep a limit of ours. */
const ourLimits = [
  { field: 'MemoryLimit', name: 'memory' },
  { field: 'SwapLimit', name: 'swap' },
  { field: 'PidsLimit', name: 'the number of processes' },
  { field: 'CpuCfsQuota', name: 'processor time' },
] as const;

/** Reads the answers to GET /version and GET /info. Throws where they are not an engine's. */
export function readFacts(versionAnswer: unknown, informationAnswer: unknown): EngineFacts {
  const version = versionSchema.parse(versionAnswer);
  const information = informationSchema.parse(informationAnswer);
  const components = version.Components ?? [];
  const label = components[0]?.Name ?? 'Engine';
  const product = /podman/i.test(label) ? 'podman' : 'docker';
  const { DefaultRuntime: defaultRuntime, CgroupVersion: cgroupVersion } = information;
  const securityOption = (name: string) =>
    (information.SecurityOptions ?? []).find((option) => option.startsWith(`name=${name}`));
  const appArmor = securityOption('apparmor');
  const rootless = information.Rootless === true || securityOption('rootless') !== undefined;
  return {
    // Without a packager's suffix, "+dfsg1".
    name: `${label === 'Engine' ? 'Docker Engine' : label} ${version.Version.replace(/\+.*/, '')}`,
    product,
    version: version.Version,
    apiVersion: version.ApiVersion,
    operatingSystem: version.Os,
    architecture: version.Arch || dockerName(information.Architecture),
    // Podman lists every runtime its configuration names, "runsc" too, installed or not.
    runtimes: product === 'podman' ? [defaultRuntime] : Object.keys(information.Runtimes ?? {}),
    defaultRuntime,
    runtimeVersion: readRuntimeVersion(components, defaultRuntime),
    // Podman says "name=apparmor,profile=containers-default-0.50.1"; Docker's is always the same.
    appArmor:
      appArmor === undefined ? null : (/profile=([^,]+)/.exec(appArmor)?.[1] ?? 'docker-default'),
    seccomp: securityOption('seccomp') !== undefined,
    rootless,
    cgroupVersion: cgroupVersion === '1' || cgroupVersion === '2' ? cgroupVersion : 'unknown',
    missingLimits: ourLimits
      .filter(
        // Without root's rights nothing can be limited on cgroup v1, whatever the kernel could do.
        ({ field }) => information[field] === false || (rootless && cgroupVersion === '1'),
      )
      .map(({ name }) => name),
    cpus: information.NCPU,
    dataFolder: information.DockerRootDir,
  };
}

/** Docker has a component of the runtime's name, Podman "OCI Runtime (crun)" with "crun version 1.8.1\n…". */
function readRuntimeVersion(
  components: readonly z.output<typeof componentSchema>[],
  runtime: string,
): string {
  const found = components.find(({ Name }) => Name === runtime || Name.includes(`(${runtime})`));
  return /\d+\.\d+[\w.+~-]*/.exec(found?.Version ?? '')?.[0] ?? '';
}

/** /info says what the kernel says; /version what Docker says. */
function dockerName(kernelName: string): string {
  return { x86_64: 'amd64', aarch64: 'arm64' }[kernelName] ?? kernelName;
}
