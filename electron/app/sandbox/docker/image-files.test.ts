import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { readPythonImageFiles } from './image-files.ts';

let folder: string;
const write = (name: string, text: string) => {
  const file = path.join(folder, 'python', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stratbox-image-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  write('Dockerfile', 'FROM scratch\n');
  write('debian-packages.txt', 'python3\n');
  write('__main__.py', 'main()\n');
  write('runner/wire.py', 'pass\n');
});

describe('the files of the Python image', () => {
  it('are its recipe and its programs, and nothing else', async () => {
    write('runner/__pycache__/wire.cpython-313.pyc', 'compiled');
    write('notes.md', 'notes');
    const { entries } = await readPythonImageFiles(folder);
    expect(entries.map(({ name }) => name)).toEqual([
      'Dockerfile',
      'debian-packages.txt',
      'python/__main__.py',
      'python/runner/wire.py',
    ]);
  });

  it('give another hash when one of them changes, is moved or comes', async () => {
    const { hash } = await readPythonImageFiles(folder);
    expect((await readPythonImageFiles(folder)).hash).toBe(hash);
    const hashes = new Set([hash]);
    for (const [name, text] of [
      ['debian-packages.txt', 'python3\npython3-numpy\n'],
      ['runner/wire.py', 'pass # again\n'],
      ['runner/job.py', ''],
    ] as const) {
      write(name, text);
      hashes.add((await readPythonImageFiles(folder)).hash);
    }
    expect(hashes.size).toBe(4);
  });

  it('are named when one is not there', async () => {
    rmSync(path.join(folder, 'python', 'debian-packages.txt'));
    await expect(readPythonImageFiles(folder)).rejects.toThrow('debian-packages.txt');
    await expect(readPythonImageFiles(path.join(folder, 'nowhere'))).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
