import type { ImageInspectInfo } from 'dockerode';
import type { ImageStatus } from '../../../../shared/contract/models/sandbox.ts';
import type { Engine } from './engine.ts';
import { EngineRefusal, request } from './request.ts';

/** A tag can be put on any image: the label and the architecture have to be right as well. */
export async function inspectStatus(
  engine: Engine,
  imageName: string,
  hash: string,
): Promise<ImageStatus> {
  const tag = `${imageName}:${hash}`;
  try {
    const found = await request('inspect the sandbox image', 5000, (abortSignal) =>
      engine.docker.getImage(tag).inspect({ abortSignal } as object),
    );
    const other = mismatch(engine, hash, found);
    if (other !== null) return absent('stale', tag, other);
    return {
      state: 'ready',
      tag,
      id: found.Id,
      sizeBytes: found.Size,
      createdAt: Date.parse(found.Created) || null,
      message: 'The sandbox image is ready.',
    };
  } catch (error) {
    if (!(error instanceof EngineRefusal && error.status === 404)) throw error;
  }
  const others = await listTags(engine, imageName);
  return others.length > 0
    ? absent(
        'stale',
        tag,
        'There is a sandbox image of another version only; this version’s has to be built.',
      )
    : absent('missing', tag, 'The sandbox image has not been built yet.');
}

function mismatch(
  { facts }: Engine,
  hash: string,
  { Architecture, Config }: ImageInspectInfo,
): string | null {
  if (Architecture !== facts.architecture) {
    return `The sandbox image is made for ${Architecture} and the engine runs on ${facts.architecture}; it has to be built again.`;
  }
  return Config?.Labels?.['stratbox.content'] === hash
    ? null
    : 'Another image has the sandbox image’s name; it has to be built again.';
}

async function listTags(engine: Engine, imageName: string): Promise<string[]> {
  const images = await request('list images', 5000, () =>
    engine.docker.listImages({ filters: { reference: [imageName] } }),
  );
  return images
    .flatMap(({ RepoTags }) => RepoTags ?? [])
    .filter((tag) => tag.startsWith(`${imageName}:`));
}

/** The stages that a build leaves, and what a tag stood for before it was built anew. */
export async function removeUntagged(engine: Engine): Promise<void> {
  try {
    await request('remove untagged images', 60_000, () =>
      engine.docker.pruneImages({
        filters: { dangling: ['true'], label: ['stratbox.image'] },
      }),
    );
  } catch (error) {
    // 409: somebody else tidies up at this moment.
    if (!(error instanceof EngineRefusal && error.status === 409)) throw error;
  }
}

export async function removeTags(engine: Engine, imageName: string): Promise<void> {
  for (const tag of await listTags(engine, imageName)) {
    try {
      await request('remove an image', 60_000, () => engine.docker.getImage(tag).remove());
    } catch (error) {
      // 409: a container still runs from it; 404: someone else removed it first. Both may be.
      if (!(error instanceof EngineRefusal && [404, 409].includes(error.status))) throw error;
    }
  }
}

export function absent(state: ImageStatus['state'], tag: string, message: string): ImageStatus {
  return { state, tag, id: null, sizeBytes: null, createdAt: null, message };
}
