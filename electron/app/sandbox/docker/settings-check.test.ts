import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../../shared/contract/models/run.ts';
import type { EngineFacts } from './engine.ts';
import { assertIsolation, IsolationError, toCreateOptions } from './settings-check.ts';
import { isolationSettings, type Setting } from './settings.ts';

const facts: EngineFacts = {
  name: 'Docker Engine 27.1.0',
  version: '27.1.0',
  apiVersion: '1.46',
  operatingSystem: 'linux',
  product: 'docker',
  architecture: 'amd64',
  runtimes: ['runc'],
  defaultRuntime: 'runc',
  runtimeVersion: '1.1.13',
  appArmor: null,
  seccomp: true,
  rootless: false,
  cgroupVersion: '2',
  missingLimits: [],
  cpus: 4,
  dataFolder: '/var/lib/docker',
};
const table = (changes: Partial<EngineFacts> = {}, limits = defaultLimits) =>
  isolationSettings({
    imageId: 'sha256:abc',
    command: ['/usr/local/bin/node', 'runner.js'],
    labels: { 'stratbox.app': 'stratbox' },
    limits,
    seccompProfile: '{}',
    facts: { ...facts, ...changes },
  });
const valueOf = (settings: Setting[], field: string) =>
  settings.find((setting) => setting.field === field)?.value;

/** What an engine would report that did exactly as it was told. */
function obedient(settings: Setting[]): Record<string, unknown> {
  const { HostConfig, ...config } = toCreateOptions(settings);
  const asserted = Object.fromEntries(
    settings
      .filter(({ sent, field }) => !sent && !field.includes('.'))
      .map((row) => [row.field, row.value]),
  );
  return {
    ...asserted,
    Config: config,
    HostConfig: {
      ...(HostConfig as object),
      MaskedPaths: ['/proc/kcore', '/proc/keys', '/sys/firmware', '/proc/acpi'],
      ReadonlyPaths: ['/proc/sys', '/proc/sysrq-trigger'],
    },
  };
}

describe('assertIsolation', () => {
  it('accepts an engine that did as it was told', () => {
    expect(() => assertIsolation(table(), obedient(table()))).not.toThrow();
  });

  it('refuses a difference in any single row, naming it', () => {
    for (const { field } of table()) {
      const inspected = structuredClone(obedient(table()));
      const keys = field.split('.');
      const last = keys.pop() ?? '';
      const holder = keys.reduce((from, key) => from[key] as Record<string, unknown>, inspected);
      holder[last] = 'something else';
      const check = () => assertIsolation(table(), inspected);
      expect(check, field).toThrow(IsolationError);
      expect(check, field).toThrow(field);
    }
  });

  it('refuses what is missing from the answer', () => {
    expect(() => assertIsolation(table(), {})).toThrow(IsolationError);
    expect(() => assertIsolation(table(), null)).toThrow(IsolationError);
  });

  it('takes every way an engine says "none" for the same', () => {
    for (const none of [null, [], {}, '', false, undefined]) {
      const inspected = obedient(table());
      (inspected['HostConfig'] as Record<string, unknown>)['Binds'] = none;
      expect(() => assertIsolation(table(), inspected)).not.toThrow();
    }
  });

  it('does not take 0 for "none" where a number is expected', () => {
    const inspected = obedient(table());
    (inspected['HostConfig'] as Record<string, unknown>)['PidsLimit'] = 0;
    expect(() => assertIsolation(table(), inspected)).toThrow('PidsLimit');
  });
});

describe('isolationSettings', () => {
  it('lists every field once', () => {
    const fields = table().map(({ field }) => field);
    expect(new Set(fields).size).toBe(fields.length);
  });

  it('uses gVisor where the engine has it, and AppArmor where the kernel has it', () => {
    const better = table({ runtimes: ['runc', 'runsc'], appArmor: 'docker-default' });
    expect(valueOf(better, 'HostConfig.Runtime')).toBe('runsc');
    expect(valueOf(better, 'HostConfig.SecurityOpt')).toContain('apparmor=docker-default');
    expect(valueOf(better, 'AppArmorProfile')).toBe('docker-default');
  });

  it('turns the analyst’s limits into the engine’s units', () => {
    const limits = { ...defaultLimits, memoryMegabytes: 256, cpus: 0.5 };
    const settings = table({}, limits);
    expect(valueOf(settings, 'HostConfig.Memory')).toBe(268_435_456);
    expect(valueOf(settings, 'HostConfig.MemorySwap')).toBe(268_435_456);
    expect(valueOf(settings, 'HostConfig.NanoCpus')).toBe(500_000_000);
  });

  it('has a network only where the user chose one, and nothing else changes with it', () => {
    const closed = table();
    const open = table({}, { ...defaultLimits, network: 'bridge' });
    const differing = closed.filter(
      ({ field, value }) => !isDeepStrictEqual(valueOf(open, field), value),
    );
    expect(differing.map(({ field, value }) => [field, value, valueOf(open, field)])).toEqual([
      ['Config.NetworkDisabled', true, false],
      ['HostConfig.NetworkMode', 'none', 'bridge'],
    ]);
    expect(open).toHaveLength(closed.length);
    // Held against each other, either is a container that was not ordered.
    expect(() => assertIsolation(closed, obedient(open))).toThrow(IsolationError);
    expect(() => assertIsolation(open, obedient(closed))).toThrow(IsolationError);
  });

  it.each([
    ['PortBindings', { '80/tcp': [{ HostPort: '8080' }] }],
    ['PublishAllPorts', true],
    ['Dns', ['203.0.113.7']],
    ['DnsSearch', ['example.com']],
    ['DnsOptions', ['ndots:0']],
    ['ExtraHosts', ['example.com:203.0.113.7']],
    ['NetworkMode', 'host'],
  ])('with a network still takes no %s', (field, value) => {
    const open = table({}, { ...defaultLimits, network: 'bridge' });
    const inspected = obedient(open);
    (inspected['HostConfig'] as Record<string, unknown>)[field] = value;
    expect(() => assertIsolation(open, inspected)).toThrow(field);
  });

  it('asks for no more processors than there are', () => {
    expect(valueOf(table({}, { ...defaultLimits, cpus: 16 }), 'HostConfig.NanoCpus')).toBe(4e9);
  });
});
