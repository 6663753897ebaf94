import { createHash } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { parseEndpoint, type Endpoint } from './endpoint.ts';
import type { Machine } from './machine.ts';

const configurationSchema = z.object({ currentContext: z.string().optional() });
const contextSchema = z.object({
  Endpoints: z.object({ docker: z.object({ Host: z.string().min(1) }) }),
});

/** Where the docker client keeps its configuration: docs.docker.com/reference/cli/docker, "DOCKER_CONFIG". */
export function clientFolder({ environment, home }: Machine): string {
  return environment['DOCKER_CONFIG'] || path.join(home, '.docker');
}

/**
 * The endpoint that `docker context use` or DOCKER_CONTEXT chose, read from the files the docker client
 * keeps: config.json, contexts/meta/<id>/meta.json and contexts/tls/<id>/docker, where the id is the
 * SHA-256 of the context's name (docs.docker.com/engine/manage-resources/contexts). A context that is
 * chosen and cannot be read is an endpoint with the reason. Null: none is chosen.
 */
export async function currentContext(machine: Machine): Promise<Endpoint | null> {
  const { environment, disk } = machine;
  const folder = clientFolder(machine);
  const configuration = parse(
    await disk.readText(path.join(folder, 'config.json')),
    configurationSchema,
  );
  const name = environment['DOCKER_CONTEXT'] || configuration?.currentContext;
  if (!name || name === 'default') return null;
  const origin = `docker context "${name}"`;
  const id = createHash('sha256').update(name).digest('hex');
  const metaFile = path.join(folder, 'contexts', 'meta', id, 'meta.json');
  const context = parse(await disk.readText(metaFile), contextSchema);
  if (context === null) {
    const reason = `There is no context of that name: "${metaFile}" cannot be read.`;
    return { address: origin, origin, transport: { kind: 'unsupported', reason } };
  }
  const certificates = path.join(folder, 'contexts', 'tls', id, 'docker');
  const hasCertificates = await disk.exists(certificates);
  return parseEndpoint(
    context.Endpoints.docker.Host,
    origin,
    hasCertificates ? certificates : undefined,
  );
}

function parse<T>(text: string | null, schema: z.ZodType<T>): T | null {
  if (text === null) return null;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    // Not the client's format: as good as no file.
    return null;
  }
}
