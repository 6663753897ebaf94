import type { ImageInspectInfo } from 'dockerode';
import type { Engine } from './engine.ts';
import { EngineRefusal, request } from './request.ts';

const day = 86_400_000;
/** Another installation, or an older checkout, may still be at home with a younger one. */
const keptFor = 14 * day;

/** What the engine tells beyond its published types: a build from the cache leaves `Created` as it was. */
type Inspected = ImageInspectInfo & { readonly Metadata?: { readonly LastTagTime?: string } };

/**
 * Removes images of other versions, half a gigabyte each, that no container uses and that were made
 * long ago. What runs from one of them all the same builds it again. Only what carries our repository,
 * our label and its own tag's content is ours to judge; everything else stays as it is.
 */
export async function removeOutdated(
  engine: Engine,
  imageName: string,
  currentHash: string,
  now = Date.now(),
): Promise<void> {
  const { docker } = engine;
  const images = await request('list images', 5000, () =>
    docker.listImages({ filters: { reference: [imageName], label: ['stratbox.image=runner'] } }),
  );
  const old = images.filter(({ Created }) => now - Created * 1000 > keptFor);
  for (const { Id } of old) {
    try {
      const image = await request<Inspected>('inspect an image', 5000, () =>
        docker.getImage(Id).inspect(),
      );
      const tag = onlyTagOf(image, imageName);
      if (tag === null || tag === `${imageName}:${currentHash}`) continue;
      if (now - madeAt(image) < keptFor || (await isUsed(engine, Id))) continue;
      await request('remove an image', 60_000, () => docker.getImage(tag).remove());
    } catch (error) {
      // 409: a container runs from it by now; 404: someone else removed it first. Both may be.
      if (!(error instanceof EngineRefusal && [404, 409].includes(error.status))) throw error;
    }
  }
}

/** The name it was built under; null where it has another one too, for then somebody gave it that. */
function onlyTagOf({ RepoTags, Config }: Inspected, imageName: string): string | null {
  const [tag, ...others] = RepoTags;
  const wanted = `${imageName}:${Config.Labels['stratbox.content']}`;
  return tag === wanted && others.length === 0 ? tag : null;
}

function madeAt({ Created, Metadata }: Inspected): number {
  return Math.max(Date.parse(Created), Date.parse(Metadata?.LastTagTime ?? '') || 0);
}

async function isUsed({ docker }: Engine, id: string): Promise<boolean> {
  const users = await request('list containers', 5000, () =>
    docker.listContainers({ all: true, filters: { ancestor: [id] } }),
  );
  return users.length > 0;
}
