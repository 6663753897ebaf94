import { createHash } from 'node:crypto';
import { z } from 'zod';
import { badArchive, createTarReader } from './tar-reader.ts';

/** What a saved image is, by its own words, and the hash that only the same file has. */
export interface ImageArchive {
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Of the image's configuration, which names its layers by their hashes; engines call an image by it. */
  readonly configurationDigest: string;
  /** Of its entry in an OCI index; engines with containerd's image store call an image by that. */
  readonly manifestDigest: string | undefined;
  readonly tag: string;
  readonly architecture: string;
  /** The label with the hash of the files it was built from. */
  readonly content: string | undefined;
}

const largestDocument = 1_000_000;
const mostDocuments = 64;

const manifestSchema = z
  .array(z.object({ Config: z.string(), RepoTags: z.array(z.string()).length(1) }))
  .length(1);
const indexSchema = z.object({
  manifests: z
    .array(
      z.object({
        digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
        annotations: z.record(z.string(), z.string()).nullish(),
      }),
    )
    .length(1),
});
const configurationSchema = z.object({
  architecture: z.string(),
  os: z.literal('linux'),
  config: z.object({ Labels: z.record(z.string(), z.string()).nullish() }),
});

/**
 * Reads what `docker save` wrote, piece by piece: one image with one name, or it is refused, since an
 * engine takes every image and every name that an archive holds. The layers' own hashes are the engine's
 * to check; it names the image by them.
 */
export function createArchiveReader() {
  const hash = createHash('sha256');
  const documents = new Map<string, Buffer>();
  let sizeBytes = 0;
  const reader = createTarReader({
    wants: (name, size) =>
      size <= largestDocument && (name.endsWith('.json') || name.startsWith('blobs/')),
    file(name, content) {
      if (documents.has(name)) throw badArchive(`it holds "${name}" twice`);
      // The first few are what counts: a layer's own description comes with every layer.
      if (documents.size >= mostDocuments) throw badArchive('it has too many parts');
      documents.set(name, content);
    },
  });
  return {
    feed(chunk: Buffer): void {
      hash.update(chunk);
      sizeBytes += chunk.length;
      reader.feed(chunk);
    },
    /** Throws where the archive is not one whole image with one name. */
    end(): ImageArchive {
      reader.end();
      const [manifest] = read(documents, 'manifest.json', manifestSchema);
      if (manifest === undefined) throw badArchive('it holds no image');
      const configuration = read(documents, manifest.Config, configurationSchema);
      const tag = manifest.RepoTags[0] ?? '';
      return {
        sha256: hash.digest('hex'),
        sizeBytes,
        configurationDigest: digestOf(documents.get(manifest.Config)),
        manifestDigest: readIndex(documents, tag),
        tag: familiar(tag),
        architecture: configuration.architecture,
        content: configuration.config.Labels?.['stratbox.content'],
      };
    },
  };
}

/** An engine may go by the index instead of the manifest: both have to say the same. */
function readIndex(documents: ReadonlyMap<string, Buffer>, tag: string): string | undefined {
  if (!documents.has('index.json')) return undefined;
  const [entry] = read(documents, 'index.json', indexSchema).manifests;
  const name = entry?.annotations?.['io.containerd.image.name'];
  if (name !== undefined && familiar(name) !== familiar(tag)) {
    throw badArchive(`it names the image "${name}" and "${tag}"`);
  }
  return entry?.digest;
}

function read<T>(documents: ReadonlyMap<string, Buffer>, name: string, schema: z.ZodType<T>): T {
  const text = documents.get(name)?.toString('utf8');
  if (text === undefined) throw badArchive(`"${name}" is missing in it`);
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    // Which field it is helps nobody: the file is another program's, or was changed.
    throw badArchive(`"${name}" in it does not describe one image with one name`);
  }
}

function digestOf(document: Buffer | undefined): string {
  return `sha256:${createHash('sha256')
    .update(document ?? '')
    .digest('hex')}`;
}

/** "docker.io/library/x:y" is what Docker's users call "x:y". */
function familiar(tag: string): string {
  return tag.replace(/^docker\.io\/(library\/)?/, '');
}
