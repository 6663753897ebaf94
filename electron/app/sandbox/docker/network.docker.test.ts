import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NetworkMode } from '../../../../shared/contract/models/run.ts';
import { defaultLimits } from '../../../../shared/contract/models/run.ts';
import { startContainer } from './container.ts';
import { removeInstance } from './sweep.ts';
import { openTestBench, readAll, type TestBench } from './test-bench.ts';

let bench: TestBench;
/** A server on the engine's bridge: another container, because the engine may run on another computer. */
let address = '';
beforeAll(async () => {
  bench = await openTestBench();
  // Answers every question for a name with 203.0.113.9.
  const serve = `
    const names = require('node:dgram').createSocket('udp4');
    names.on('message', (question, from) => {
      const header = Buffer.from([question[0], question[1], 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0]);
      const answer = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 203, 0, 113, 9]);
      const asked = question.subarray(12, question.indexOf(0, 12) + 5);
      names.send(Buffer.concat([header, asked, answer]), from.port, from.address);
    });
    names.bind(53, () => {
      const greeter = require('node:net').createServer((socket) => socket.end('greetings'));
      greeter.listen(7000, () => console.log('ready'));
    });`;
  const server = await bench.engine.docker.createContainer({
    Image: bench.imageId,
    User: '0',
    Cmd: ['/usr/local/bin/node', '-e', serve],
    Labels: { 'stratbox.instance': `${bench.instanceId}-server` },
    HostConfig: { NetworkMode: 'bridge', Memory: 128 * 1024 * 1024 },
  });
  const output = await server.attach({ stream: true, stdout: true });
  await server.start();
  await once(output, 'data');
  const { NetworkSettings } = await server.inspect();
  address = NetworkSettings.Networks['bridge']?.IPAddress ?? '';
});
afterAll(async () => {
  await removeInstance(bench.engine, `${bench.instanceId}-server`);
  await bench.close();
});

/** Runs JavaScript under the whole table of this network mode, without the runner's own defences. */
async function inside(network: NetworkMode, code: string): Promise<unknown> {
  const settings = bench.settings(['/usr/local/bin/node', '-e', code], { network });
  const started = await startContainer(bench.engine, bench.order(settings, { network }));
  const output = await readAll(started.output);
  const { standardError } = await started.exited;
  await started.destroy();
  if (output === '') throw new Error(`nothing printed: ${standardError}`);
  return JSON.parse(output);
}

const greeting = () => `
  const socket = require('node:net').connect(7000, '${address}');
  socket.setTimeout(5000, () => socket.destroy(new Error('no answer')));
  socket.on('data', (data) => console.log(JSON.stringify(String(data))));
  socket.on('error', (error) => console.log(JSON.stringify(error.code ?? error.message)));`;
const attempt = `const attempt = (call) => new Promise((resolve) => { try { call(resolve); } catch (error) { resolve(error.code ?? error.name); } });`;

describe('a container', () => {
  it('without a network cannot make a socket', async () => {
    expect(await inside('none', greeting())).toBe('EPERM');
  });

  it('with a network reaches a server outside', async () => {
    expect(await inside('bridge', greeting())).toBe('greetings');
  });

  it('with a network can ask for a name’s address', async () => {
    const ask = `
      const names = new (require('node:dns').Resolver)({ timeout: 3000, tries: 2 });
      names.setServers(['${address}']);
      names.resolve4('stratbox.example', (error, found) => console.log(JSON.stringify(error?.code ?? found)));`;
    expect(await inside('bridge', ask)).toEqual(['203.0.113.9']);
  });

  it('with a network is a client only: nothing listens, no local and no raw socket', async () => {
    const seen = await inside(
      'bridge',
      `${attempt}
      const tcp = (resolve) => { const server = require('node:net').createServer(); server.on('error', (error) => resolve(error.code)); server.listen(8080, () => resolve('listening')); };
      const udp = (resolve) => { const socket = require('node:dgram').createSocket('udp4'); socket.on('error', (error) => resolve(error.code)); socket.bind(8080, () => resolve('listening')); };
      const local = (resolve) => { const socket = require('node:net').connect('/tmp/x'); socket.on('error', (error) => resolve(error.code)); };
      Promise.all([tcp, udp, local].map(attempt)).then((all) => { console.log(JSON.stringify(all)); process.exit(); });`,
    );
    expect(seen).toEqual(['EPERM', 'EPERM', 'EPERM']);
  });

  it('with a network still writes nowhere, starts nothing and has no privilege', async () => {
    const seen = await inside(
      'bridge',
      `const fs = require('node:fs');
      const word = (call) => { try { call(); return 'allowed'; } catch (error) { return error.code; } };
      console.log(JSON.stringify({
        root: word(() => fs.writeFileSync('/x', '')),
        capabilities: /^CapEff:\\s*(.*)$/m.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1],
        user: process.getuid(),
      }));`,
    );
    expect(seen).toEqual({ root: 'EROFS', capabilities: '0000000000000000', user: 65534 });
  });

  it('says on its badge that the promise of isolation does not hold with one', async () => {
    const { signal } = new AbortController();
    const limits = { ...defaultLimits, memoryMegabytes: 256, network: 'bridge' as const };
    const started = await bench.sandbox.start({ runId: 'network', limits, signal });
    await started.destroy();
    expect(started.isolation.state).toBe('failed');
    expect(started.isolation.detail).toContain('network that you allowed');
  });
});

describe('a container that waits', () => {
  it('without a network is never used for a run with one, nor the other way round', async () => {
    const modesWaiting = async () => {
      const filters = { label: [`stratbox.instance=${bench.instanceId}`] };
      const found = await bench.engine.docker.listContainers({ filters });
      return found.map(({ HostConfig }) => HostConfig.NetworkMode);
    };
    bench.sandbox.warm.set({ count: 1, idleMinutes: 5 });
    const { signal } = new AbortController();
    for (const [waiting, wanted] of [
      ['none', 'bridge'],
      ['bridge', 'none'],
    ] as const) {
      await bench.sandbox.prepare({ ...defaultLimits, network: waiting });
      await expect.poll(modesWaiting).toEqual([waiting]);
      await expect.poll(() => bench.sandbox.warm.size).toBe(1);
      const limits = { ...defaultLimits, network: wanted };
      const started = await bench.sandbox.start({ runId: 'warm', limits, signal });
      expect(started.isolation.state).toBe(wanted === 'none' ? 'passed' : 'failed');
      expect((await modesWaiting()).toSorted()).toEqual(['bridge', 'none']);
      await started.destroy();
    }
    await bench.sandbox.removeOwn();
  });
});
