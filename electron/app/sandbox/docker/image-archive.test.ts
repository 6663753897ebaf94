import { describe, expect, it } from 'vitest';
import { createArchiveReader } from './image-archive.ts';
import { savedArchive, sha256 } from './image-archive.fixture.ts';

function read(archive: Buffer) {
  const reader = createArchiveReader();
  for (let at = 0; at < archive.length; at += 4096) reader.feed(archive.subarray(at, at + 4096));
  return reader.end();
}
const index = (digest: string, name?: string) =>
  JSON.stringify({
    manifests: [{ digest, annotations: name ? { 'io.containerd.image.name': name } : null }],
  });
const digest = `sha256:${'a'.repeat(64)}`;

describe('createArchiveReader', () => {
  it('says what the image is, and the hash of the whole file', () => {
    const archive = savedArchive();
    const text = archive.toString('latin1');
    const configuration = /\{"architecture".*?\}\}\}/.exec(text)?.[0] ?? '';
    expect(read(archive)).toEqual({
      sha256: sha256(archive),
      sizeBytes: archive.length,
      configurationDigest: `sha256:${sha256(configuration)}`,
      manifestDigest: undefined,
      tag: 'stratbox-runner:cafe',
      architecture: 'amd64',
      content: 'cafe',
    });
  });

  it('reads the index of newer engines, and their longer name', () => {
    const tags = ['docker.io/library/stratbox-runner:cafe'];
    const more = [['index.json', index(digest, 'docker.io/library/stratbox-runner:cafe')]] as const;
    expect(read(savedArchive({ tags, more }))).toMatchObject({
      ...{ tag: 'stratbox-runner:cafe', manifestDigest: digest },
    });
  });

  it('has another hash for the smallest change', () => {
    const [one, other] = ['x', 'y'].map((layer) => read(savedArchive({ layer })));
    expect(one?.sha256).not.toBe(other?.sha256);
    // The configuration names layers by their hashes; here it is the same, so only the file's tells.
    expect(one?.configurationDigest).toBe(other?.configurationDigest);
  });

  it.each([
    ['no manifest', savedArchive({ manifest: 'none' }), 'one image'],
    ['two images', savedArchive({ manifest: [1, 2] }), 'one image'],
    ['no image', savedArchive({ manifest: [] }), 'one image'],
    ['two names', savedArchive({ tags: ['stratbox-runner:cafe', 'debian:latest'] }), 'one name'],
    ['no name', savedArchive({ tags: [] }), 'one name'],
    [
      'a manifest that points nowhere',
      savedArchive({ manifest: [{ Config: 'gone.json', RepoTags: ['a:b'] }] }),
      '"gone.json" is missing',
    ],
    ['a second manifest', savedArchive({ more: [['manifest.json', '[]']] }), 'twice'],
    ['a Windows image', savedArchive({ configuration: { os: 'windows' } }), 'one image'],
    [
      'an index of two images',
      savedArchive({ more: [['index.json', '{"manifests":[{},{}]}']] }),
      'one image',
    ],
    [
      'an index with another name',
      savedArchive({ more: [['index.json', index(digest, 'docker.io/library/debian:latest')]] }),
      'debian:latest',
    ],
    [
      'too many documents',
      savedArchive({ more: Array.from({ length: 65 }, (_, at) => [`${at}.json`, '{}'] as const) }),
      'too many',
    ],
  ])('refuses %s', (_name, archive, words) => {
    expect(() => read(archive)).toThrow(words);
  });
});
