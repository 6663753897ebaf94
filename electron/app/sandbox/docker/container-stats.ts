import { z } from 'zod';
import type { UsageReading } from '../process.ts';
import type { Engine } from './engine.ts';
import { request } from './request.ts';

const bytes = z.number().min(0).max(Number.MAX_SAFE_INTEGER);
const counter = z.number().min(0);

/** Only what is used, and nothing taken on trust: engines differ in what they leave out. */
const statsSchema = z.object({
  read: z.string().default(''),
  cpu_stats: z.object({
    cpu_usage: z.object({
      total_usage: counter,
      percpu_usage: z.array(z.unknown()).nullish(),
    }),
    system_cpu_usage: counter.nullish(),
    online_cpus: z.number().int().min(1).max(65_536).nullish().catch(null),
  }),
  memory_stats: z.object({
    usage: bytes,
    stats: z.record(z.string(), z.unknown()).nullish().catch(null),
  }),
});

/** How long an engine may take: those before version 25 measure once a second and answer then. */
const patienceMilliseconds = 5000;

/** One measurement of a running container. Rejects with EngineRefusal, EngineSilence or the signal's reason. */
export async function readUsage(
  { docker }: Engine,
  name: string,
  signal: AbortSignal,
): Promise<UsageReading | null> {
  const container: Measurable = docker.getContainer(name);
  const stats = await request(
    'measure a container',
    patienceMilliseconds,
    (abortSignal) => container.stats({ stream: false, 'one-shot': true, abortSignal }),
    signal,
  );
  return parseStats(stats);
}

/** dockerode takes a signal here; its published types leave it out. */
interface Measurable {
  stats(options: { stream: false; 'one-shot': true; abortSignal: AbortSignal }): Promise<unknown>;
}

/**
 * What `docker stats` computes from the same answer: processors are the container's share of what all
 * processors of the machine gave, memory is without the file pages that can be dropped at once (under
 * their name in cgroup v1, or else v2). Null for what is no measurement: a container that has ended has
 * no memory figure.
 * Source: docker/cli, cli/command/container/stats_helpers.go, `calculateCPUPercentUnix` and
 * `calculateMemUsageUnixNoCache`; where there is no machine's figure, `calculateCPUPercentWindows`.
 */
export function parseStats(stats: unknown): UsageReading | null {
  const parsed = statsSchema.safeParse(stats);
  if (!parsed.success) return null;
  const { cpu_stats: cpu, memory_stats: memory, read } = parsed.data;
  const processors = cpu.online_cpus ?? (cpu.cpu_usage.percpu_usage?.length || 1);
  const given = cpu.system_cpu_usage
    ? cpu.system_cpu_usage / processors
    : Date.parse(read) * 1_000_000;
  if (!(given > 0)) return null;
  const idle = memory.stats?.['total_inactive_file'] ?? memory.stats?.['inactive_file'];
  const droppable = bytes.safeParse(idle).data ?? 0;
  return {
    taken: cpu.cpu_usage.total_usage,
    given,
    memory: droppable < memory.usage ? memory.usage - droppable : memory.usage,
  };
}
