import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packTar } from './tar.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stratbox-tar-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('packTar', () => {
  it('writes what the system’s tar unpacks to the same bytes', () => {
    const entries = [
      { name: 'Dockerfile', content: Buffer.from('FROM scratch\n') },
      { name: 'empty.js', content: Buffer.alloc(0) },
      { name: 'block.js', content: Buffer.alloc(512, 7) },
      { name: 'large.js', content: Buffer.alloc(100_001, 9) },
    ];
    writeFileSync(path.join(folder, 'context.tar'), packTar(entries));
    execFileSync('tar', ['-xf', 'context.tar'], { cwd: folder });
    for (const { name, content } of entries) {
      expect(readFileSync(path.join(folder, name)).equals(content), name).toBe(true);
    }
  });

  it('is the same for the same files, so that the build cache holds', () => {
    const entries = [{ name: 'a', content: Buffer.from('a') }];
    expect(packTar(entries).equals(packTar(entries))).toBe(true);
  });

  it('refuses a name that would be cut short', () => {
    expect(() => packTar([{ name: 'x'.repeat(101), content: Buffer.alloc(0) }])).toThrow(
      RangeError,
    );
  });
});
