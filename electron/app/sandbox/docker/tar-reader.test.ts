import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { packTar } from './tar.ts';
import { createTarReader } from './tar-reader.ts';

function read(archive: Buffer, pieceBytes = archive.length): Record<string, number> {
  const found: Record<string, number> = {};
  const reader = createTarReader({
    wants: () => true,
    file: (name, content) => (found[name] = content.length),
  });
  for (let at = 0; at < archive.length; at += pieceBytes) {
    reader.feed(archive.subarray(at, at + pieceBytes));
  }
  reader.end();
  return found;
}
const file = (name: string, size: number) => ({ name, content: Buffer.alloc(size, 7) });
const archive = packTar([file('a', 0), file('b/c.json', 512), file('d', 513), file('e', 70_000)]);
const whole = { a: 0, 'b/c.json': 512, d: 513, e: 70_000 };

/** A header as it stands in an archive, changed, with the sum that belongs to it. */
function changed(change: (header: Buffer) => void): Buffer {
  const copy = Buffer.from(packTar([file('a', 3)]));
  change(copy);
  copy.fill(' ', 148, 156);
  const sum = copy.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  copy.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return copy;
}

/** An archive whose first entry gives the next one these attributes. */
function attributes(text: string): Buffer {
  const before = Buffer.from(packTar([{ name: 'a', content: Buffer.from(text) }])).subarray(
    0,
    1024,
  );
  before.write('x', 156);
  before.fill(' ', 148, 156);
  const sum = before.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  before.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([before, archive]);
}

describe('createTarReader', () => {
  it.each([1, 7, 511, 512, 513, 4096, 1e6])('reads an archive in pieces of %i bytes', (bytes) => {
    expect(read(archive, bytes)).toEqual(whole);
  });

  it.each(['ustar', 'pax'])('reads what the system’s tar writes as %s', (format) => {
    const script = `cd "$(mktemp -d)" && mkdir blobs && echo hello > blobs/x && tar --format=${format} -cf - blobs`;
    const made = execFileSync('sh', ['-c', script]);
    expect(read(made)).toEqual({ 'blobs/x': 6 });
  });

  it('keeps nothing that nobody wants', () => {
    const seen: string[] = [];
    const reader = createTarReader({
      wants: (name, size) => name === 'd' && size === 513,
      file: (name) => seen.push(name),
    });
    reader.feed(archive);
    reader.end();
    expect(seen).toEqual(['d']);
  });

  it('refuses an archive that ends too early, wherever it is cut', () => {
    for (const bytes of [0, 100, 512, 600, 1500, archive.length - 1024]) {
      expect(() => read(archive.subarray(0, bytes), 64), String(bytes)).toThrow('in the middle');
    }
  });

  it.each([
    ['no tar', () => Buffer.alloc(1024, 'x'), 'damaged'],
    ['a wrong sum', () => Buffer.concat([Buffer.from('x'), archive.subarray(1)]), 'damaged'],
    ['a symbolic link', () => changed((header) => header.write('2', 156)), 'neither'],
    ['a hard link', () => changed((header) => header.write('1', 156)), 'neither'],
    ['a device', () => changed((header) => header.write('3', 156)), 'neither'],
    ['an attribute that renames', () => attributes('15 path=../evil\n'), 'another name'],
    ['an attribute that resizes', () => attributes('11 size=99\n'), 'another name'],
    ['one behind a harmless one', () => attributes('11 mtime=1\n9 path=x\n'), 'another name'],
    ['attributes for all', () => changed((header) => header.write('g', 156)), 'neither'],
    ['a long name’s entry', () => changed((header) => header.write('L', 156)), 'neither'],
    ['a way out of the folder', () => changed((header) => header.write('../a', 0)), 'name'],
    ['a strange name', () => changed((header) => header.write('a\nb', 0)), 'name'],
    ['a prefix', () => changed((header) => header.write('etc', 345)), 'name'],
    ['a negative size', () => changed((header) => header.write('-0000000001', 124)), 'damaged'],
    ['a binary size', () => changed((header) => header.writeUInt8(0x80, 124)), 'damaged'],
    ['a size beyond all', () => changed((header) => header.write('777777777777', 124)), 'larger'],
  ])('refuses %s', (_name, make, words) => {
    expect(() => read(make())).toThrow(words);
  });

  it('refuses endless parts', () => {
    const part = packTar([file('a', 0)]).subarray(0, 512);
    const many = Buffer.concat([...Array<Buffer>(10_001).fill(part), Buffer.alloc(1024)]);
    expect(() => read(many)).toThrow('too many');
  });
});
