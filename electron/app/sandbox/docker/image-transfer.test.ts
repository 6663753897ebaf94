import { mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Docker from 'dockerode';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appleDocker } from './engine-answers.fixture.ts';
import { readFacts } from './engine-facts.ts';
import { parseEndpoint } from './endpoint.ts';
import type { Engine } from './engine.ts';
import { savedArchive, sha256 } from './image-archive.fixture.ts';
import { codeOf } from './image-code.ts';
import { loadImage } from './image-load.ts';
import { saveImage } from './image-save.ts';

let folder: string;
let server: Server;
let engine: Engine;
let answer: RequestListener;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stratbox-transfer-'));
  const socket = path.join(folder, 'engine.sock');
  server = createServer((incoming, outgoing) => answer(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  const facts = {
    ...readFacts(appleDocker.version, appleDocker.information),
    architecture: 'amd64',
  };
  const docker = new Docker({ socketPath: socket });
  engine = { docker, facts, endpoint: parseEndpoint(`unix://${socket}`, 'test') };
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

const inFolder = (name: string) => path.join(folder, name);
const left = async () => (await readdir(folder)).filter((name) => name !== 'engine.sock');
const signal = new AbortController().signal;
const onProgress = () => undefined;
const archive = savedArchive();

describe('saving', () => {
  const save = (changes: Partial<Parameters<typeof saveImage>[0]> = {}) =>
    saveImage({
      ...{ engine, tag: 'stratbox-runner:cafe', expectedBytes: archive.length },
      ...{ target: inFolder('image.tar'), replace: false, signal, onProgress },
      ...changes,
    });

  it('writes the engine’s bytes and tells their hash', async () => {
    answer = (_incoming, outgoing) => outgoing.end(archive);
    const seen: number[] = [];
    const saved = await save({ onProgress: (fraction) => seen.push(fraction) });
    expect(saved.sha256).toBe(sha256(archive));
    expect((await readFile(inFolder('image.tar'))).equals(archive)).toBe(true);
    expect(await left()).toEqual(['image.tar']);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  it.each<[string, RequestListener, string]>([
    [
      'the engine dies in the middle',
      (_incoming, outgoing) => {
        outgoing.write(archive.subarray(0, 50_000), () => outgoing.socket?.destroy());
      },
      'did not answer',
    ],
    [
      'the engine ends early and says nothing',
      (_incoming, outgoing) => outgoing.end(archive.subarray(0, 50_000)),
      'in the middle',
    ],
    [
      'the engine tells its error among the bytes',
      (_incoming, outgoing) => outgoing.end('{"message":"no such layer"}\n'.repeat(40)),
      'damaged',
    ],
    [
      'the engine refuses',
      (_incoming, outgoing) => {
        outgoing.statusCode = 500;
        outgoing.end('{"message":"no space left on device"}');
      },
      'no space left',
    ],
  ])('leaves nothing behind when %s', async (_name, listener, words) => {
    answer = listener;
    await expect(save()).rejects.toThrow(words);
    expect(await left()).toEqual([]);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    answer = (_incoming, outgoing) => void outgoing.write(archive.subarray(0, 50_000));
    const abort = new AbortController();
    const saving = save({ signal: abort.signal, onProgress: () => abort.abort() });
    await expect(saving).rejects.toMatchObject({ code: 'cancelled' });
    expect(await left()).toEqual([]);
  });

  it('keeps a file that is there, unless a person agreed to replace it', async () => {
    answer = (_incoming, outgoing) => outgoing.end(archive);
    await writeFile(inFolder('image.tar'), 'mine');
    await expect(save()).rejects.toMatchObject({ code: 'conflict' });
    expect(await readFile(inFolder('image.tar'), 'utf8')).toBe('mine');
    await save({ replace: true });
    expect(await left()).toEqual(['image.tar']);
    expect((await readFile(inFolder('image.tar'))).length).toBe(archive.length);
  });

  it('keeps what is there when replacing it fails', async () => {
    answer = (_incoming, outgoing) => outgoing.end(archive.subarray(0, 50_000));
    await writeFile(inFolder('image.tar'), 'mine');
    await expect(save({ replace: true })).rejects.toThrow('in the middle');
    expect(await readFile(inFolder('image.tar'), 'utf8')).toBe('mine');
  });

  it('says where it cannot write', async () => {
    await expect(save({ target: inFolder('nowhere/image.tar') })).rejects.toMatchObject({
      code: 'bad-input',
      hint: expect.stringContaining('folder') as string,
    });
  });
});

describe('loading', () => {
  let received: Buffer | null;
  /** Takes what it is sent, as an engine does: only a body that ends counts. */
  const take: RequestListener = (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      received = Buffer.concat(chunks);
      outgoing.end('{"stream":"Loaded image: stratbox-runner:cafe\\n"}\n');
    });
  };
  beforeEach(() => {
    received = null;
    answer = take;
  });
  const load = async (content: Buffer, changes: Partial<Parameters<typeof loadImage>[0]> = {}) => {
    const source = inFolder('image.tar');
    await writeFile(source, content);
    return loadImage({
      ...{ engine, tag: 'stratbox-runner:cafe', content: 'cafe', source },
      ...{ code: codeOf(sha256(content)), signal, onProgress },
      ...changes,
    });
  };

  it('hands the engine exactly the file', async () => {
    const seen: number[] = [];
    await load(archive, { onProgress: (fraction) => seen.push(fraction) });
    expect(received?.equals(archive)).toBe(true);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBeGreaterThan(0.9);
  });

  it.each<[string, Buffer, object, string]>([
    ['of another code', archive, { code: codeOf(sha256('other')) }, 'does not belong'],
    [
      'that was changed in one byte',
      savedArchive({ layer: `y${'x'.repeat(99_999)}` }),
      { code: codeOf(sha256(archive)) },
      'does not belong',
    ],
    ['without a code', archive, { code: '' }, 'not the code'],
    ['with another image', savedArchive({ tags: ['debian:latest'] }), {}, 'holds "debian:latest"'],
    [
      'with our name and another label',
      savedArchive({ configuration: { config: { Labels: { 'stratbox.content': 'beef' } } } }),
      {},
      'this version',
    ],
    [
      'for another architecture',
      savedArchive({ configuration: { architecture: 'arm64' } }),
      {},
      'for arm64; this engine runs on amd64',
    ],
    ['with two names', savedArchive({ tags: ['stratbox-runner:cafe', 'x:y'] }), {}, 'one name'],
    ['cut short', archive.subarray(0, 60_000), {}, 'in the middle'],
    ['that is empty', Buffer.alloc(0), {}, 'in the middle'],
  ])(
    'refuses a file %s, and the engine hears nothing of it',
    async (_name, content, changes, words) => {
      let asked = false;
      answer = () => (asked = true);
      await expect(load(content, changes)).rejects.toThrow(words);
      expect(asked).toBe(false);
    },
  );

  it('never gives the engine the end of a file that changed since it was checked', async () => {
    const large = savedArchive({ layer: 'x'.repeat(2_000_000) });
    const source = inFolder('image.tar');
    let changed: Promise<unknown> | undefined;
    const swap = async () => {
      const file = await open(source, 'r+');
      await file.write('yyyy', 1_500_000);
      await file.close();
    };
    const loading = load(large, {
      onProgress: (fraction) => {
        if (fraction >= 0.5) changed ??= swap();
      },
    });
    await expect(loading).rejects.toThrow(/changed while/);
    await changed;
    expect(received).toBeNull();
  });

  it('tells the engine’s own error', async () => {
    answer = (incoming, outgoing) => {
      incoming.resume();
      incoming.on('end', () => outgoing.end('{"error":"no space left on device"}\n'));
    };
    await expect(load(archive)).rejects.toMatchObject({
      message: expect.stringContaining('could not load') as string,
      hint: expect.stringContaining('Free disk space') as string,
    });
  });

  it('stops at once when it is cancelled, whether it reads or sends', async () => {
    for (const at of [0.1, 0.6]) {
      const abort = new AbortController();
      const onProgressed = (fraction: number) => {
        if (fraction >= at) abort.abort();
      };
      const options = { signal: abort.signal, onProgress: onProgressed };
      const large = savedArchive({ layer: 'x'.repeat(2_000_000) });
      await expect(load(large, options)).rejects.toMatchObject({ code: 'cancelled' });
      expect(received).toBeNull();
    }
  });

  it('says what cannot be read', async () => {
    const gone = { source: inFolder('gone.tar') };
    await expect(load(archive, gone)).rejects.toMatchObject({ code: 'bad-input' });
    await expect(load(archive, { source: folder })).rejects.toThrow('not a file');
  });
});
