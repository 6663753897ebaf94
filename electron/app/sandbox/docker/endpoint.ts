/** Where an engine may answer. `origin` says who named it, in words for the analyst. */
export interface Endpoint {
  readonly address: string;
  readonly origin: string;
  readonly transport:
    | { readonly kind: 'socket'; readonly path: string }
    | { readonly kind: 'network'; readonly host: string; readonly port: number }
    | { readonly kind: 'unsupported'; readonly reason: string };
  /** Folder with ca.pem, cert.pem and key.pem; makes a network endpoint https. */
  readonly certificates?: string;
}

/**
 * Reads an address as DOCKER_HOST and docker contexts write it. An address that cannot be used is kept
 * with its reason, so that the doctor can say so instead of silently trying something else.
 */
export function parseEndpoint(address: string, origin: string, certificates?: string): Endpoint {
  const transport = parseTransport(address);
  return {
    address,
    origin,
    transport,
    ...(certificates && transport.kind === 'network' ? { certificates } : {}),
  };
}

function parseTransport(address: string): Endpoint['transport'] {
  if (address.startsWith('unix://')) return { kind: 'socket', path: address.slice(7) };
  if (address.startsWith('npipe://')) return { kind: 'socket', path: address.slice(8) };
  if (address.startsWith('/')) return { kind: 'socket', path: address };
  if (address.startsWith('ssh://')) {
    return { kind: 'unsupported', reason: 'Engines behind ssh are not supported.' };
  }
  const url = URL.parse(address.replace(/^tcp:/, 'http:'));
  if (url === null || url.hostname === '' || !/^https?:$/.test(url.protocol)) {
    return { kind: 'unsupported', reason: `"${address}" is not an engine's address.` };
  }
  const port = url.port === '' ? (url.protocol === 'https:' ? 2376 : 2375) : Number(url.port);
  return { kind: 'network', host: url.hostname, port };
}
