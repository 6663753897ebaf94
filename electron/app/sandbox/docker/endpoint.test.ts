import { describe, expect, it } from 'vitest';
import { isExposed, parseEndpoint } from './endpoint.ts';

const none = { kind: 'none' } as const;
const tls = { kind: 'tls' } as const;

describe('parseEndpoint', () => {
  it.each([
    ['unix:///var/run/docker.sock', { kind: 'socket', path: '/var/run/docker.sock' }],
    ['/run/podman/podman.sock', { kind: 'socket', path: '/run/podman/podman.sock' }],
    ['npipe:////./pipe/docker_engine', { kind: 'socket', path: '//./pipe/docker_engine' }],
    ['tcp://127.0.0.1:2375', { kind: 'network', host: '127.0.0.1', port: 2375, security: none }],
    [
      'tcp://engine.example',
      { kind: 'network', host: 'engine.example', port: 2375, security: none },
    ],
    ['tcp://[::1]:99', { kind: 'network', host: '::1', port: 99, security: none }],
    [
      'https://engine.example',
      { kind: 'network', host: 'engine.example', port: 2376, security: tls },
    ],
  ])('reads %s', (address, transport) => {
    expect(parseEndpoint(address, 'test').transport).toEqual(transport);
  });

  it.each(['ssh://me@host', 'nonsense', 'ftp://host', ''])(
    'keeps %j with its reason',
    (address) => {
      const { transport } = parseEndpoint(address, 'test');
      expect(transport).toMatchObject({ kind: 'unsupported' });
    },
  );

  it('takes certificates to mean TLS, and Docker’s port for it', () => {
    expect(parseEndpoint('tcp://host', 'test', '/certificates').transport).toEqual({
      ...{ kind: 'network', host: 'host', port: 2376 },
      security: { kind: 'tls', certificates: '/certificates' },
    });
    expect(parseEndpoint('unix:///x', 'test', '/certificates').transport.kind).toBe('socket');
  });
});

describe('isExposed', () => {
  it.each([
    ['tcp://engine.example', true],
    ['tcp://127.0.0.1:2375', false],
    ['tcp://localhost', false],
    ['https://engine.example', false],
    ['unix:///var/run/docker.sock', false],
  ])('%s: %s', (address, exposed) => {
    expect(isExposed(parseEndpoint(address, 'test'))).toBe(exposed);
  });
});
