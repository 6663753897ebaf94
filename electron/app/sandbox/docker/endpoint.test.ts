import { describe, expect, it } from 'vitest';
import { parseEndpoint } from './endpoint.ts';

describe('parseEndpoint', () => {
  it.each([
    ['unix:///var/run/docker.sock', { kind: 'socket', path: '/var/run/docker.sock' }],
    ['/run/podman/podman.sock', { kind: 'socket', path: '/run/podman/podman.sock' }],
    ['npipe:////./pipe/docker_engine', { kind: 'socket', path: '//./pipe/docker_engine' }],
    ['tcp://127.0.0.1:2375', { kind: 'network', host: '127.0.0.1', port: 2375 }],
    ['tcp://engine.example', { kind: 'network', host: 'engine.example', port: 2375 }],
    ['https://engine.example', { kind: 'network', host: 'engine.example', port: 2376 }],
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

  it('uses certificates for network endpoints only', () => {
    expect(parseEndpoint('tcp://host:2376', 'test', '/certificates').certificates).toBe(
      '/certificates',
    );
    expect(parseEndpoint('unix:///x', 'test', '/certificates').certificates).toBeUndefined();
  });
});
