import { describe, expect, it } from 'vitest';
import { parseStats } from './container-stats.ts';

/** As Docker Engine 20.10 answers with cgroup v1; every figure that is not used is left out. */
const versionOne = {
  read: '2026-11-21T14:30:42.876011429Z',
  preread: '0001-01-01T00:00:00Z',
  cpu_stats: {
    cpu_usage: { total_usage: 31_789_164, percpu_usage: [2_396_046, 29_393_118] },
    system_cpu_usage: 69_996_140_000_000,
    online_cpus: 2,
    throttling_data: { periods: 2, throttled_periods: 0, throttled_time: 0 },
  },
  precpu_stats: { cpu_usage: { total_usage: 0 } },
  memory_stats: {
    usage: 2_965_504,
    max_usage: 3_813_376,
    stats: { total_inactive_file: 2_252_800, inactive_file: 1, cache: 2_375_680 },
    limit: 268_435_456,
  },
};
const changed = (part: 'cpu_stats' | 'memory_stats', changes: object) =>
  parseStats({ ...versionOne, [part]: { ...versionOne[part], ...changes } });

describe('parseStats', () => {
  it('reads cgroup v1: memory without inactive file pages, one processor’s share of the time', () => {
    expect(parseStats(versionOne)).toEqual({
      taken: 31_789_164,
      given: 34_998_070_000_000,
      memory: 2_965_504 - 2_252_800,
    });
  });

  it('reads cgroup v2, which has another name for them and no list of processors', () => {
    const stats = { anon: 700_000, inactive_file: 1_000_000 };
    const cpu_stats = {
      cpu_usage: { total_usage: 5 },
      system_cpu_usage: 80,
      online_cpus: 8,
    };
    expect(
      parseStats({ ...versionOne, cpu_stats, memory_stats: { usage: 3_000_000, stats } }),
    ).toEqual({ taken: 5, given: 10, memory: 2_000_000 });
  });

  it('counts the processors of the list where the engine does not say how many are online', () => {
    for (const online_cpus of [undefined, null, 0, -1, 'two', 1e9]) {
      expect(changed('cpu_stats', { online_cpus })?.given).toBe(34_998_070_000_000);
    }
  });

  it('goes by the clock where the engine has no figure of the machine’s', () => {
    for (const system_cpu_usage of [undefined, null, 0]) {
      const given = changed('cpu_stats', { system_cpu_usage })?.given;
      expect(given).toBe(Date.parse('2026-11-21T14:30:42.876Z') * 1e6);
    }
  });

  it('takes off no more than there is', () => {
    for (const total_inactive_file of [2_965_504, 1e15, -5, 'all', null, 1e300]) {
      expect(changed('memory_stats', { stats: { total_inactive_file } })?.memory).toBe(2_965_504);
    }
    for (const stats of [undefined, null, 'none', 7, []]) {
      expect(changed('memory_stats', { stats })?.memory).toBe(2_965_504);
    }
  });

  it('knows a container that has ended: it has no memory', () => {
    const zero = { cpu_usage: { total_usage: 0 }, throttling_data: {} };
    expect(
      parseStats({ read: '0001-01-01T00:00:00Z', cpu_stats: zero, memory_stats: {} }),
    ).toBeNull();
  });

  it.each([
    [null],
    [undefined],
    ['stats'],
    [[]],
    [{}],
    [{ ...versionOne, cpu_stats: null }],
    [{ ...versionOne, cpu_stats: { cpu_usage: { total_usage: -1 } } }],
    [{ ...versionOne, cpu_stats: { cpu_usage: { total_usage: '12' } } }],
    [{ ...versionOne, cpu_stats: { cpu_usage: { total_usage: Infinity } } }],
    [{ ...versionOne, memory_stats: { usage: 1e300 } }],
    [{ ...versionOne, memory_stats: { usage: NaN } }],
    [{ ...versionOne, read: 'never', cpu_stats: { cpu_usage: { total_usage: 1 } } }],
    [{ ...versionOne, memory_stats: JSON.parse('{"__proto__":{"usage":5}}') as object }],
  ])('makes no figure of %j', (stats) => {
    expect(parseStats(stats)).toBeNull();
  });
});
