import { createHash } from 'node:crypto';
import { packTar } from './tar.ts';

/** What `docker save` writes for one image with one name, or as changed. */
export function savedArchive(changes: Partial<ArchiveParts> = {}): Buffer {
  const configuration = JSON.stringify({
    ...{ architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: [] } },
    config: { Labels: { 'stratbox.content': 'cafe' } },
    ...changes.configuration,
  });
  const name = `${sha256(configuration)}.json`;
  const { tags = ['stratbox-runner:cafe'], more = [], manifest } = changes;
  const entries = [
    [name, configuration],
    ['layer/layer.tar', changes.layer ?? 'x'.repeat(100_000)],
    ...more,
    [
      'manifest.json',
      JSON.stringify(manifest ?? [{ Config: name, RepoTags: tags, Layers: ['layer/layer.tar'] }]),
    ],
  ] as const;
  return packTar(entries.map(([entry, text]) => ({ name: entry, content: Buffer.from(text) })));
}

interface ArchiveParts {
  readonly configuration: object;
  readonly tags: readonly string[];
  readonly layer: string;
  readonly more: readonly (readonly [name: string, text: string])[];
  readonly manifest: unknown;
}

export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
