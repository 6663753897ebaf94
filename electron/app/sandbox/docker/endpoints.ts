import { clientFolder, currentContext } from './docker-context.ts';
import { parseEndpoint, type Endpoint } from './endpoint.ts';
import type { Machine } from './machine.ts';
import { usualSockets } from './usual-sockets.ts';

/**
 * Every place an engine may answer, the most wanted first. DOCKER_HOST is a person's explicit word and
 * stands alone, as it does for the docker client; a docker context comes before the usual sockets.
 */
export async function listEndpoints(machine: Machine): Promise<Endpoint[]> {
  const host = machine.environment['DOCKER_HOST'];
  if (host) return [parseEndpoint(host, 'DOCKER_HOST', certificatesOf(machine))];
  const scheme = machine.platform === 'win32' ? 'npipe://' : 'unix://';
  const usual = (await usualSockets(machine)).map(([socket, origin]) =>
    parseEndpoint(`${scheme}${socket}`, origin),
  );
  const context = await currentContext(machine);
  if (context === null) return usual;
  // Docker Desktop, Colima and others make a context of their own usual socket.
  return [context, ...usual.filter(({ address }) => address !== context.address)];
}

/**
 * DOCKER_TLS_VERIFY asks for TLS with the certificates in DOCKER_CERT_PATH, or the client's folder
 * without it (docs.docker.com/engine/security/protect-access). Certificates alone are taken to mean the
 * same: Stratbox never speaks TLS without looking whom it speaks to.
 */
function certificatesOf(machine: Machine): string | undefined {
  const folder = machine.environment['DOCKER_CERT_PATH'];
  return folder || (machine.environment['DOCKER_TLS_VERIFY'] ? clientFolder(machine) : undefined);
}
