import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildTarget, isFresh } from './build-target.ts';
import type { Target } from './targets.ts';

let root: string;
const bundle = vi.fn(async (folder: string) => {
  writeFileSync(join(folder, 'main.js'), `built ${bundle.mock.calls.length}`);
});
const target = {
  output: 'out/thing',
  sources: ['source', 'lock.json'],
  entries: ['main.js'],
  bundle,
};
const inSource = (name: string) => join(root, 'source', name);
const built = () => readFileSync(join(root, 'out', 'thing', 'main.js'), 'utf8');

/** Builds if there is something to build. Returns whether there was. */
async function ensureBuilt(chosen: Target = target): Promise<boolean> {
  if (isFresh(chosen, root)) return false;
  await buildTarget(chosen, root);
  return true;
}

/** As if the file had been changed `seconds` from now. */
function touch(path: string, seconds: number): void {
  const time = Date.now() / 1000 + seconds;
  utimesSync(path, time, time);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stratbox-build-'));
  mkdirSync(inSource('deep'), { recursive: true });
  for (const path of [inSource('a.ts'), inSource('deep/b.ts'), join(root, 'lock.json')]) {
    writeFileSync(path, '');
    touch(path, -60);
  }
  for (const folder of [inSource('deep'), inSource('')]) touch(folder, -60);
  bundle.mockClear();
});
afterEach(() => rmSync(root, { recursive: true }));

describe('an output', () => {
  it('is built when it is not there, and left alone while nothing changes', async () => {
    expect(await ensureBuilt()).toBe(true);
    expect(await ensureBuilt()).toBe(false);
    expect(built()).toBe('built 1');
  });

  it.each(['source/a.ts', 'source/deep/b.ts', 'lock.json', 'source/deep'])(
    'is built again when %s changed',
    async (path) => {
      await ensureBuilt();
      touch(join(root, path), 5);
      expect(await ensureBuilt()).toBe(true);
    },
  );

  it('is not built again for a test', async () => {
    await ensureBuilt();
    writeFileSync(inSource('a.test.ts'), '');
    touch(inSource('a.test.ts'), 5);
    touch(inSource(''), -60);
    expect(await ensureBuilt()).toBe(false);
  });

  it('is built again when a file of it was deleted', async () => {
    await ensureBuilt();
    rmSync(join(root, 'out', 'thing', 'main.js'));
    expect(await ensureBuilt()).toBe(true);
  });

  it('is built again when a source changed while it was built', async () => {
    await ensureBuilt({
      ...target,
      bundle: async (folder) => {
        await bundle(folder);
        touch(inSource('a.ts'), 1);
      },
    });
    expect(await ensureBuilt()).toBe(true);
  });
});

describe('a build', () => {
  it('removes what an earlier one made and it did not', async () => {
    const leftover = join(root, 'out', 'thing', 'assets', 'old.js');
    mkdirSync(join(root, 'out', 'thing', 'assets'), { recursive: true });
    writeFileSync(leftover, '');
    await buildTarget(target, root);
    expect(existsSync(leftover)).toBe(false);
    expect(built()).toBe('built 1');
  });

  it('that fails leaves the output as it was, and nothing beside it', async () => {
    await buildTarget(target, root);
    const failing = {
      ...target,
      bundle: async (folder: string) => {
        writeFileSync(join(folder, 'main.js'), 'half');
        throw new Error('\u001b[31mno such module\u001b[0m');
      },
    };
    await expect(buildTarget(failing, root)).rejects.toThrow(
      'Building out/thing failed. no such module',
    );
    expect(built()).toBe('built 1');
    expect(readdirSync(join(root, 'out'))).toEqual(['thing']);
  });

  it('may happen twice at once', async () => {
    await Promise.all([buildTarget(target, root), buildTarget(target, root)]);
    expect(built()).toMatch(/^built [12]$/);
    expect(readdirSync(join(root, 'out'))).toEqual(['thing']);
    expect(await ensureBuilt()).toBe(false);
  });

  it('sweeps up after one that was killed', async () => {
    const abandoned = join(root, 'out', '.building-abc');
    mkdirSync(abandoned, { recursive: true });
    touch(abandoned, -2 * 3600);
    await buildTarget(target, root);
    expect(existsSync(abandoned)).toBe(false);
  });
});
