import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { parseEndpoint, type Endpoint } from './endpoint.ts';
import { exists, type Machine } from './machine.ts';

/**
 * Every place an engine may answer, the most wanted first. DOCKER_HOST is a person's explicit word and
 * stands alone; a docker context comes before the usual sockets.
 */
export async function listEndpoints(machine: Machine): Promise<Endpoint[]> {
  const host = machine.environment['DOCKER_HOST'];
  if (host) return [parseEndpoint(host, 'DOCKER_HOST', machine.environment['DOCKER_CERT_PATH'])];
  const context = await currentContext(machine);
  return [...(context ? [context] : []), ...usualSockets(machine)];
}

const configurationSchema = z.object({ currentContext: z.string().optional() });
const contextSchema = z.object({
  Endpoints: z.object({ docker: z.object({ Host: z.string().min(1) }) }),
});

/** The endpoint `docker context use` chose, from the files the docker client keeps. */
async function currentContext(machine: Machine): Promise<Endpoint | null> {
  const folder = machine.environment['DOCKER_CONFIG'] ?? path.join(machine.home, '.docker');
  const named = machine.environment['DOCKER_CONTEXT'];
  const configuration = await readJson(path.join(folder, 'config.json'), configurationSchema);
  const name = named ?? configuration?.currentContext;
  if (!name || name === 'default') return null;
  // The client names a context's folder after the SHA-256 of its name.
  const id = createHash('sha256').update(name).digest('hex');
  const context = await readJson(
    path.join(folder, 'contexts', 'meta', id, 'meta.json'),
    contextSchema,
  );
  if (context === null) return null;
  const certificates = path.join(folder, 'contexts', 'tls', id, 'docker');
  return parseEndpoint(
    context.Endpoints.docker.Host,
    `docker context "${name}"`,
    (await exists(certificates)) ? certificates : undefined,
  );
}

async function readJson<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    // No file, or not the client's format: then there is no context to honour.
    return null;
  }
}

/** The sockets that engines create by themselves, by platform. */
function usualSockets(machine: Machine): Endpoint[] {
  const { home, environment } = machine;
  const run = environment['XDG_RUNTIME_DIR'] ?? `/run/user/${machine.userId}`;
  const inHome: [string, string][] = [
    [`${home}/.docker/run/docker.sock`, 'Docker Desktop'],
    [`${home}/.colima/default/docker.sock`, 'Colima'],
    [`${home}/.config/colima/default/docker.sock`, 'Colima'],
    [`${home}/.rd/docker.sock`, 'Rancher Desktop'],
  ];
  const sockets: Partial<Record<NodeJS.Platform, [string, string][]>> = {
    win32: [
      ['//./pipe/docker_engine', 'Docker Desktop'],
      ['//./pipe/dockerDesktopLinuxEngine', 'Docker Desktop'],
      ['//./pipe/podman-machine-default', 'Podman'],
    ],
    darwin: [
      ['/var/run/docker.sock', 'the default socket'],
      ...inHome,
      [`${home}/.orbstack/run/docker.sock`, 'OrbStack'],
      [`${machine.temporaryFolder}/podman/podman-machine-default-api.sock`, 'Podman'],
      [`${home}/.local/share/containers/podman/machine/podman.sock`, 'Podman'],
    ],
    linux: [
      ['/var/run/docker.sock', 'the default socket'],
      [`${run}/docker.sock`, 'rootless Docker'],
      [`${home}/.docker/desktop/docker.sock`, 'Docker Desktop'],
      ...inHome,
      [`${run}/podman/podman.sock`, 'rootless Podman'],
      ['/run/podman/podman.sock', 'Podman'],
    ],
  };
  const scheme = machine.platform === 'win32' ? 'npipe://' : 'unix://';
  return (sockets[machine.platform] ?? sockets.linux ?? []).map(([socket, origin]) =>
    parseEndpoint(`${scheme}${socket}`, origin),
  );
}
