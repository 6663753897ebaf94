import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../../shared/contract/models/run.ts';
import type { BuildProgress } from './build-progress.ts';
import { savedArchive, sha256 } from './image-archive.fixture.ts';
import { createDockerSandbox, type DockerSandbox } from './index.ts';
import { imageFolder } from './test-bench.ts';

let bundleFolder: string;
let sandbox: DockerSandbox;
const { signal } = new AbortController();
const quiet = { signal, onProgress: () => undefined };
const create = (environment: Record<string, string> = {}) =>
  createDockerSandbox({
    instanceId: 'image-test',
    imageFolder,
    bundleFolder,
    imageName: `stratbox-image-test-${process.pid}`,
    environment: { ...process.env, ...environment },
  });

beforeAll(async () => {
  bundleFolder = await mkdtemp(path.join(tmpdir(), 'stratbox-bundles-'));
  await writeFile(path.join(bundleFolder, 'runner.js'), '// first\n');
  await writeFile(path.join(bundleFolder, 'stratbox.js'), 'export {};\n');
  sandbox = create();
});
afterAll(async () => {
  await sandbox.image.remove();
  await rm(bundleFolder, { recursive: true });
});

describe('the sandbox image', () => {
  it('is missing before it is built, and a start says how to build it', async () => {
    expect(await sandbox.image.status()).toMatchObject({ state: 'missing', id: null });
    await expect(
      sandbox.start({ runId: 'none', limits: defaultLimits, signal }),
    ).rejects.toMatchObject({
      code: 'not-found',
      hint: expect.stringContaining('image build') as string,
    });
  });

  it('is built with rising progress, and then ready', async () => {
    const seen: BuildProgress[] = [];
    const built = await sandbox.image.build({ signal, onProgress: (step) => seen.push(step) });
    expect(built).toMatchObject({
      state: 'ready',
      tag: expect.stringMatching(/:[0-9a-f]{16}$/) as string,
    });
    expect(built.sizeBytes).toBeGreaterThan(50e6);
    expect(built.createdAt).toBeGreaterThan(Date.now() - 3_600_000);
    const fractions = seen.map(({ fraction }) => fraction);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    expect((await sandbox.status()).image).toEqual(built);
  });

  it('is building while it is being built, once', async () => {
    const build = sandbox.image.build(quiet);
    expect((await sandbox.image.status()).state).toBe('building');
    await expect(sandbox.image.build(quiet)).rejects.toMatchObject({ code: 'conflict' });
    await build;
  });

  it('is stale once the runner changes, and a build leaves the other version’s alone', async () => {
    const before = await sandbox.image.status();
    await writeFile(path.join(bundleFolder, 'runner.js'), '// second\n');
    expect(await sandbox.image.status()).toMatchObject({ state: 'stale', id: null });
    const after = await sandbox.image.build(quiet);
    expect(after.id).not.toBe(before.id);
    expect(after.tag).not.toBe(before.tag);
    await writeFile(path.join(bundleFolder, 'runner.js'), '// first\n');
    expect(await sandbox.image.status()).toEqual(before);
    await writeFile(path.join(bundleFolder, 'runner.js'), '// second\n');
  });

  it('leaves no untagged image behind', async () => {
    await sandbox.image.build(quiet);
    const filters = ['--filter', 'dangling=true', '--filter', 'label=stratbox.image'];
    expect(execFileSync('docker', ['images', '--quiet', ...filters], { encoding: 'utf8' })).toBe(
      '',
    );
  });

  it('keeps nothing of a build that was cancelled', async () => {
    await writeFile(path.join(bundleFolder, 'runner.js'), '// third\n');
    const controller = new AbortController();
    const build = sandbox.image.build({
      signal: controller.signal,
      onProgress: ({ step }) => {
        if (step.startsWith('COPY')) controller.abort();
      },
    });
    await expect(build).rejects.toMatchObject({ code: 'cancelled' });
    expect((await sandbox.image.status()).state).toBe('stale');
  });

  it('says what to do when its base cannot be had', async () => {
    const elsewhere = create({ STRATBOX_BASE_IMAGE: '127.0.0.1:9/nothing:here' });
    await expect(elsewhere.image.build(quiet)).rejects.toMatchObject({
      message: expect.stringContaining('could not be built') as string,
      hint: expect.stringContaining('local-base') as string,
    });
  });

  it('is saved to a file, removed, and loaded again as the very same image', async () => {
    await sandbox.image.build(quiet);
    const before = await sandbox.image.status();
    const file = path.join(bundleFolder, 'image.tar');
    const transfer = { path: file, signal, onProgress: () => undefined };
    const saved = await sandbox.image.save({ ...transfer, replace: false });
    expect(saved.sizeBytes).toBe((await stat(file)).size);
    expect(saved.code).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);

    await sandbox.image.remove();
    const wrong = saved.code.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
    await expect(sandbox.image.load({ ...transfer, code: wrong })).rejects.toThrow(
      'does not belong',
    );
    expect((await sandbox.image.status()).state).toBe('missing');

    expect(await sandbox.image.load({ ...transfer, code: saved.code })).toEqual(before);
    await writeFile(path.join(bundleFolder, 'runner.js'), '// fourth\n');
    await expect(sandbox.image.load({ ...transfer, code: saved.code })).rejects.toThrow(
      /this version of Stratbox runs/,
    );
    await writeFile(path.join(bundleFolder, 'runner.js'), '// third\n');
    await rm(file);
  });

  it('does not go by its name alone', async () => {
    const { tag } = await sandbox.image.status();
    const docker = (...words: string[]) => execFileSync('docker', words, { encoding: 'utf8' });
    docker('tag', 'stratbox-base:local', tag);
    expect(await sandbox.image.status()).toMatchObject({
      state: 'stale',
      message: expect.stringContaining('Another image') as string,
    });
    await expect(
      sandbox.start({ runId: 'none', limits: defaultLimits, signal }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is built again where it was made for another architecture', async () => {
    const { tag } = await sandbox.image.status();
    const foreign = process.arch === 'arm64' ? 'amd64' : 'arm64';
    const layer = '\0'.repeat(1024);
    const input = savedArchive({
      ...{ tags: [tag], layer },
      configuration: {
        architecture: foreign,
        rootfs: { type: 'layers', diff_ids: [`sha256:${sha256(layer)}`] },
        config: {
          Labels: { 'stratbox.image': 'runner', 'stratbox.content': tag.split(':')[1] },
        },
      },
    });
    execFileSync('docker', ['load'], { input });
    expect(await sandbox.image.status()).toMatchObject({
      state: 'stale',
      message: expect.stringContaining(`made for ${foreign}`) as string,
    });
    expect((await sandbox.image.build(quiet)).state).toBe('ready');
  });

  it('is missing again after it is removed', async () => {
    expect((await sandbox.image.remove()).state).toBe('missing');
  });

  it('is unknown where a bundle was not built', async () => {
    await rm(path.join(bundleFolder, 'stratbox.js'));
    expect(await sandbox.image.status()).toMatchObject({
      state: 'unknown',
      message: expect.stringContaining('stratbox.js') as string,
    });
  });
});
