import { homedir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EventPayload } from '../../../shared/contract/events.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ImageStatus } from '../../../shared/contract/models/sandbox.ts';
import type { DockerSandbox } from '../sandbox/docker/index.ts';
import { createImageHandlers, type ImageFileDialogs } from './image.ts';

type Image = DockerSandbox['image'];
const ready: ImageStatus = {
  ...{ state: 'ready', tag: 'stratbox-runner:cafe', id: 'sha256:1' },
  ...{ sizeBytes: 1, createdAt: 1, message: '' },
};

const python: ImageStatus = { ...ready, tag: 'stratbox-python:cafe', id: 'sha256:2' };

let told: EventPayload<'image.progressed'>[];
let audited: [string, object][];
beforeEach(() => {
  told = [];
  audited = [];
});

/** The engine's part is elsewhere; here it only says what it was asked. */
function handlers(image: Partial<Image>, dialogs?: ImageFileDialogs) {
  return createImageHandlers({
    docker: {
      image: { status: async () => ready, ...image } as Image,
      pythonImage: {
        status: async () => python,
        build: async () => python,
      } as Partial<Image> as Image,
    },
    audit: { append: (event, detail) => audited.push([event, detail]) },
    emit: (_name, payload) => told.push(payload as EventPayload<'image.progressed'>),
    dialogs,
  });
}
const saved = { sizeBytes: 5, sha256: 'cafe', code: 'ca fe' };
const asked: { path: string; replace: boolean }[] = [];
const saves: Partial<Image> = {
  save: async ({ path: target, replace, onProgress }) => {
    asked.push({ path: target, replace });
    for (let step = 0; step < 1000; step += 1) onProgress(step / 1000);
    return saved;
  },
};

describe('the image of a language', () => {
  it('is the one that is built, and the other one where it is named', async () => {
    const { 'image.build': build } = handlers({ build: async () => ready });
    expect(await build({})).toBe(ready);
    expect(await build({ language: 'python' })).toBe(python);
    expect(told.map(({ language }) => language)).toEqual(['javascript', 'python']);
    expect(audited.map(([, detail]) => detail)).toEqual([
      { imageId: 'sha256:1' },
      { imageId: 'sha256:2' },
    ]);
  });
});

describe('saving the image', () => {
  it('goes to a path from the home folder, replaces nothing, and is kept in the audit log', async () => {
    const { 'image.save': save } = handlers(saves);
    const target = path.join(homedir(), 'stick', 'image.tar');
    expect(await save({ path: '~/stick/image.tar' })).toEqual({
      saved: { path: target, sizeBytes: 5, code: 'ca fe' },
    });
    expect(asked.at(-1)).toEqual({ path: target, replace: false });
    expect(audited).toEqual([['image.saved', { fileName: 'image.tar', sha256: 'cafe' }]]);
    // Each whole percent once, and the end.
    expect(told).toHaveLength(101);
    expect(told.at(-1)).toMatchObject({ task: 'save', state: 'done' });
  });

  it.each(['~/.bashrc', 'image', 'image.tar.sh'])('never writes %s', async (name) => {
    await expect(handlers(saves)['image.save']({ path: name })).rejects.toThrow('.tar');
  });

  it('lets a host with dialogs ask, and takes no path from the page there', async () => {
    let suggested = '';
    const dialogs: ImageFileDialogs = {
      chooseTarget: async (name) => {
        suggested = name;
        return '/chosen';
      },
      chooseSource: async () => undefined,
    };
    const { 'image.save': save, 'image.load': load } = handlers(saves, dialogs);
    await save({ path: '/named/by/the/page.tar' });
    expect(suggested).toBe('stratbox-image-cafe.tar');
    expect(asked.at(-1)).toEqual({ path: '/chosen', replace: true });
    expect(await load({ path: '/named/by/the/page.tar', code: '' })).toEqual({ image: null });
  });
});

describe('loading the image', () => {
  it('is kept with the image’s id, so that it can be told later', async () => {
    const { 'image.load': load } = handlers({ load: async () => ready });
    expect(await load({ path: '/stick/image.tar', code: ' ca fe ' })).toEqual({ image: ready });
    expect(audited).toEqual([
      ['image.loaded', { fileName: 'image.tar', code: 'ca fe', imageId: 'sha256:1' }],
    ]);
  });

  it('that fails is told and kept nowhere', async () => {
    const failing = async () => Promise.reject(new AppError('bad-input', 'Another file.'));
    const { 'image.load': load } = handlers({ load: failing });
    await expect(load({ path: '/x.tar', code: '' })).rejects.toThrow('Another file');
    expect(told).toMatchObject([{ task: 'load', state: 'failed', line: 'Another file.' }]);
    expect(audited).toEqual([]);
  });
});

describe('two things at once', () => {
  it('are refused, and the first can be cancelled', async () => {
    const all = handlers({
      ...saves,
      build: ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new AppError('cancelled', 'Cancelled.')));
        }),
    });
    const { 'image.save': save, 'image.remove': remove } = all;
    const building = all['image.build']({});
    await expect(save({ path: 'a.tar' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(remove({})).rejects.toMatchObject({ code: 'conflict' });
    await all['image.cancel']({});
    await expect(building).rejects.toMatchObject({ code: 'cancelled' });
    expect(told.at(-1)).toMatchObject({ task: 'build', state: 'cancelled' });
    expect(await save({ path: 'a.tar' })).toMatchObject({ saved: { sizeBytes: 5 } });
  });
});
