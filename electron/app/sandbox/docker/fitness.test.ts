import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseEndpoint } from './endpoint.ts';
import {
  appleDocker,
  debianDocker,
  debianPodman,
  rootlessDocker,
} from './engine-answers.fixture.ts';
import { readFacts, type EngineFacts } from './engine-facts.ts';
import type { Engine } from './engine.ts';
import { supportedArchitectures, unfitness, warningsAbout } from './fitness.ts';
import { inventedDisk, inventedMachine } from './machine.fixture.ts';

const facts = (answers = appleDocker, changes: Partial<EngineFacts> = {}) => ({
  ...readFacts(answers.version, answers.information),
  ...changes,
});
const engine = (address: string, changes: Partial<EngineFacts> = {}): Engine =>
  ({ endpoint: parseEndpoint(address, 'test'), facts: facts(debianDocker, changes) }) as Engine;
const here = 'unix:///var/run/docker.sock';

describe('unfitness', () => {
  it('finds nothing wrong with the engines of today', () => {
    for (const answers of [appleDocker, debianDocker]) {
      expect(unfitness(facts(answers))).toBeNull();
    }
  });

  it.each([
    [{ operatingSystem: 'windows' }, 'windows-containers', /Windows containers/],
    [{ apiVersion: '1.40' }, 'too-old', /needs 1\.41/],
    [{ version: '20.10.9' }, 'too-old', /20\.10\.10 is the first/],
    [{ runtimeVersion: '1.0.0-rc92' }, 'too-old', /runc 1\.0\.0/],
    [{ architecture: 's390x' }, 'wrong-architecture', /s390x; .* amd64 and arm64/],
    [{ architecture: '' }, 'wrong-architecture', /unknown/],
    [{ seccomp: false }, 'no-seccomp', /system calls/],
    [{ missingLimits: ['swap'] }, 'missing-limits', /cannot limit: swap/],
  ] as const)('refuses %o', (changes, trouble, detail) => {
    const found = unfitness(facts(appleDocker, changes));
    expect(found?.trouble).toBe(trouble);
    expect(found?.detail).toMatch(detail);
  });

  it('says of a rootless engine why it cannot', () => {
    expect(unfitness(facts(rootlessDocker))?.detail).toMatch(/without root’s rights.*memory/);
  });

  it('knows that Podman cannot take the isolation', () => {
    expect(unfitness(facts(debianPodman))).toMatchObject({ trouble: 'podman' });
  });

  it('knows the architectures that the list of system calls is for', () => {
    const file = path.resolve(import.meta.dirname, '../../../../docker/seccomp.json');
    const { archMap } = z
      .object({ archMap: z.array(z.object({ architecture: z.string() })) })
      .parse(JSON.parse(readFileSync(file, 'utf8')));
    const names = { SCMP_ARCH_X86_64: 'amd64', SCMP_ARCH_AARCH64: 'arm64' } as const;
    expect(archMap.map(({ architecture }) => names[architecture as keyof typeof names])).toEqual(
      supportedArchitectures,
    );
  });
});

describe('warningsAbout', () => {
  it('names a way out of containers that upstream’s runc had, and believes a distribution’s repair', async () => {
    const [warning] = await warningsAbout(
      engine(here, { runtimeVersion: '1.1.5' }),
      inventedMachine(),
    );
    expect(warning).toContain('CVE-2024-21626');
    expect(await warningsAbout(engine(here), inventedMachine())).toEqual([]);
  });

  it('warns of an engine that anybody on the network may use', async () => {
    expect(await warningsAbout(engine('tcp://10.0.0.7:2375'), inventedMachine())).toMatchObject([
      expect.stringContaining('unencrypted'),
    ]);
    for (const safe of ['tcp://127.0.0.1:2375', 'tcp://[::1]:2375', 'https://engine.example']) {
      expect(await warningsAbout(engine(safe), inventedMachine())).toEqual([]);
    }
  });

  it('warns of a full disk, where the engine’s disk is this computer’s', async () => {
    const full = inventedMachine({ disk: inventedDisk({}, 300_000_000) });
    const [warning] = await warningsAbout(engine(here), full);
    expect(warning).toMatch(/300 MB are free .*\/var\/lib\/docker/);
    expect(await warningsAbout(engine(here), { ...full, platform: 'darwin' })).toEqual([]);
    expect(await warningsAbout(engine('tcp://127.0.0.1:2375'), full)).toEqual([]);
  });
});
