import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer, type Server } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diagnose } from './doctor.ts';
import { thisMachine } from './machine.ts';

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'stratbox-tls-'))));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the doctor at this computer’s engine', () => {
  it('says what the engine’s own client says', async () => {
    const { status } = await diagnose(thisMachine());
    const client = (field: string) =>
      execFileSync('docker', ['version', '--format', `{{.Server.${field}}}`], { encoding: 'utf8' });
    expect(status).toMatchObject({ state: 'ready', version: client('Version').trim() });
    expect(status.details.split(', ')[0]).toBe(client('Arch').trim());
    expect(status.searched.filter(({ state }) => state === 'used')).toHaveLength(1);
  });
});

describe('an engine behind TLS', () => {
  let server: Server;
  let address: string;
  beforeAll(async () => {
    const authority = makeAuthority('mine');
    makeAuthority('another');
    const far = await enginePath();
    server = createServer({ ...authority, requestCert: true, rejectUnauthorized: true }, (near) => {
      const engine = connect(far);
      near.pipe(engine).pipe(near);
      near.on('error', () => engine.destroy());
      engine.on('error', () => near.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const ask = (variables: Record<string, string>) =>
    diagnose(thisMachine({ DOCKER_HOST: address, ...variables }));

  it('is used with the certificates that DOCKER_CERT_PATH names', async () => {
    const certificates = path.join(folder, 'mine');
    const { status } = await ask({ DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: certificates });
    expect(status).toMatchObject({ state: 'ready', endpoint: address, warnings: [] });
  });

  it('is not used when another authority vouches for it', async () => {
    const { status } = await ask({ DOCKER_CERT_PATH: path.join(folder, 'another') });
    expect(status).toMatchObject({
      state: 'error',
      message: expect.stringMatching(/certificate/) as string,
      hint: expect.stringContaining('ca.pem') as string,
    });
  });

  it('is not spoken to in the clear', async () => {
    expect((await ask({})).status.state).toBe('error');
  });
});

/** An authority that is its own server's and client's certificate as well. */
function makeAuthority(name: string) {
  const inFolder = (file: string) => path.join(folder, name, file);
  execFileSync('mkdir', ['-p', path.join(folder, name)]);
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=x'];
  const names = ['-addext', 'subjectAltName=IP:127.0.0.1'];
  const files = ['-keyout', inFolder('key.pem'), '-out', inFolder('cert.pem')];
  execFileSync('openssl', [...request, ...names, ...files], { stdio: 'ignore' });
  writeFileSync(inFolder('ca.pem'), readFileSync(inFolder('cert.pem')));
  return {
    ca: readFileSync(inFolder('ca.pem')),
    cert: readFileSync(inFolder('cert.pem')),
    key: readFileSync(inFolder('key.pem')),
  };
}

async function enginePath(): Promise<string> {
  const { engine } = await diagnose(thisMachine());
  const transport = engine?.endpoint.transport;
  if (transport?.kind !== 'socket') throw new Error('This test needs an engine on a socket.');
  return transport.path;
}
