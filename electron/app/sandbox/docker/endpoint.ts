/** Where an engine may answer. `origin` says who named it, in words for the analyst. */
export interface Endpoint {
  readonly address: string;
  readonly origin: string;
  readonly transport: Transport;
}

export type Transport =
  | { readonly kind: 'socket'; readonly path: string }
  | {
      readonly kind: 'network';
      readonly host: string;
      readonly port: number;
      readonly security: Security;
    }
  | { readonly kind: 'unsupported'; readonly reason: string };

/** `certificates` is a folder with ca.pem, cert.pem and key.pem; without it the system's own are asked. */
export type Security =
  { readonly kind: 'none' } | { readonly kind: 'tls'; readonly certificates?: string };

/**
 * Reads an address as DOCKER_HOST and docker contexts write it. An address that cannot be used is kept
 * with its reason, so that the doctor can say so instead of silently trying something else.
 */
export function parseEndpoint(address: string, origin: string, certificates?: string): Endpoint {
  return { address, origin, transport: parseTransport(address, certificates) };
}

/** True where what travels to the engine can be read and changed by others on the way. */
export function isExposed({ transport }: Endpoint): boolean {
  return (
    transport.kind === 'network' &&
    transport.security.kind === 'none' &&
    !/^(localhost|127\..*|::1)$/.test(transport.host)
  );
}

function parseTransport(address: string, certificates?: string): Transport {
  if (address.startsWith('unix://')) return { kind: 'socket', path: address.slice(7) };
  if (address.startsWith('npipe://')) return { kind: 'socket', path: address.slice(8) };
  if (address.startsWith('/')) return { kind: 'socket', path: address };
  if (address.startsWith('ssh://')) {
    return {
      kind: 'unsupported',
      reason:
        'Engines behind ssh are not supported; forward the socket yourself with "ssh -L" and name that.',
    };
  }
  const url = URL.parse(address.replace(/^tcp:/, 'http:'));
  if (url === null || url.hostname === '' || !/^https?:$/.test(url.protocol)) {
    return { kind: 'unsupported', reason: `"${address}" is not an engine's address.` };
  }
  const secure = certificates !== undefined || url.protocol === 'https:';
  return {
    kind: 'network',
    // An IPv6 address is bracketed in an address and bare in a connection.
    host: url.hostname.replace(/^\[|\]$/g, ''),
    // The docker client's own defaults: 2375 without TLS, 2376 with it.
    port: url.port === '' ? (secure ? 2376 : 2375) : Number(url.port),
    security: secure
      ? { kind: 'tls', ...(certificates === undefined ? {} : { certificates }) }
      : { kind: 'none' },
  };
}
