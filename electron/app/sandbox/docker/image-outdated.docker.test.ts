import { execFileSync } from 'node:child_process';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { diagnose } from './doctor.ts';
import type { Engine } from './engine.ts';
import { savedArchive, sha256 } from './image-archive.fixture.ts';
import { removeOutdated } from './image-outdated.ts';
import { thisMachine } from './machine.ts';

const imageName = `stratbox-outdated-test-${process.pid}`;
const inDays = (days: number) => Date.now() + days * 86_400_000;
const docker = (...words: string[]) => execFileSync('docker', words, { encoding: 'utf8' }).trim();
const list = () =>
  docker('images', '--format', '{{.Repository}}:{{.Tag}}', `${imageName}*`).split('\n').sort();

let engine: Engine;
beforeAll(async () => {
  const found = await diagnose(thisMachine());
  if (found.engine === null) throw new Error(found.status.message);
  engine = found.engine;
});

let made: string[] = [];
afterEach(() => {
  for (const tag of made) execFileSync('docker', ['rmi', '--force', tag], { stdio: 'ignore' });
  made = [];
});

/** An image of a few bytes, made in the year 2020, with these labels. */
function load(tag: string, labels: Record<string, string>): string {
  const layer = '\0'.repeat(1024);
  const input = savedArchive({
    ...{ tags: [tag], layer },
    configuration: {
      created: '2020-01-01T00:00:00Z',
      rootfs: { type: 'layers', diff_ids: [`sha256:${sha256(layer)}`] },
      config: { Labels: labels, Cmd: [`/${tag}`] },
    },
  });
  execFileSync('docker', ['load'], { input, stdio: ['pipe', 'ignore', 'inherit'] });
  made.push(tag);
  return tag;
}

const ours = (hash: string, repository = imageName) =>
  load(`${repository}:${hash}`, { 'stratbox.image': 'runner', 'stratbox.content': hash });

it('removes what is ours, old and unused, and nothing else', async () => {
  const current = ours('0000');
  ours('1111');
  const used = ours('2222');
  const container = docker('create', used);
  const kept = [
    current,
    used,
    ours('1111', `${imageName}-other`),
    load(`${imageName}:3333`, {}),
    load(`${imageName}:4444`, { 'stratbox.image': 'stage', 'stratbox.content': '4444' }),
    load(`${imageName}:5555`, { 'stratbox.image': 'runner', 'stratbox.content': 'another' }),
    ours('6666'),
    `${imageName}-mine:backup`,
  ];
  docker('tag', `${imageName}:6666`, `${imageName}-mine:backup`);
  made.push(`${imageName}-mine:backup`);
  try {
    await removeOutdated(engine, imageName, '0000', inDays(15));
    expect(list()).toEqual(kept.toSorted());
  } finally {
    docker('rm', container);
  }
  await removeOutdated(engine, imageName, '0000', inDays(15));
  expect(list()).toEqual(kept.filter((tag) => tag !== used).toSorted());
});

it('keeps for two weeks what was built from the cache, whose layers are older', async () => {
  const tags = [ours('0000'), ours('1111')];
  // As a build ends.
  for (const tag of tags) docker('tag', tag, tag);
  await removeOutdated(engine, imageName, '0000');
  await removeOutdated(engine, imageName, '0000', inDays(13));
  expect(list()).toEqual(tags);
  await removeOutdated(engine, imageName, '0000', inDays(15));
  expect(list()).toEqual([`${imageName}:0000`]);
});
