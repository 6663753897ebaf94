import { inNode, systemCall, type Attack } from './attack.ts';

const connect = (host: string, port: number) => `
  const socket = net.connect({ host: '${host}', port: ${port}, timeout: 3000 });
  socket.on('connect', () => say('connected'));
  socket.on('timeout', () => { say('ETIMEDOUT'); socket.destroy(); });
  socket.on('error', tried);`;
const unreachable = /^(EPERM|EACCES|ENETUNREACH|EAFNOSUPPORT)$/;

const socketCall = [41, 198] as const;
const [stream, datagram, raw] = [1, 2, 3];

export const networkAttacks: readonly Attack[] = [
  inNode('a TCP connection to the internet', connect('1.1.1.1', 443), unreachable),
  inNode('the cloud’s metadata address', connect('169.254.169.254', 80), unreachable),
  inNode('the engine’s gateway', connect('172.17.0.1', 2375), unreachable),
  inNode('the computer’s own loopback', connect('127.0.0.1', 2375), unreachable),
  inNode('the internet over IPv6', connect('2606:4700:4700::1111', 443), unreachable),
  inNode(
    'a name server’s answer',
    `dns.setServers(['1.1.1.1']); dns.resolve4('example.com', (error) => (error ? tried(error) : say('resolved')));`,
    /^(ECONNREFUSED|EPERM|ETIMEOUT|ESERVFAIL|EACCES)$/,
  ),
  inNode(
    'a name through the system’s resolver',
    `dns.lookup('example.com', (error) => (error ? tried(error) : say('resolved')));`,
    /^(EAI_AGAIN|ENOTFOUND|EPERM|EAI_FAIL)$/,
  ),
  inNode(
    'a UDP packet',
    `const socket = dgram.createSocket('udp4'); socket.on('error', tried); socket.send('x', 53, '1.1.1.1', (error) => (error ? tried(error) : say('sent')));`,
    unreachable,
  ),
  inNode(
    'a listening port',
    `const server = net.createServer(); server.on('error', tried); server.listen(8080, () => say('listening'));`,
    unreachable,
  ),
  inNode(
    'the engine’s own socket',
    `fs.statSync('/var/run/docker.sock'); say('there');`,
    /^ENOENT$/,
  ),
  systemCall('a raw socket', socketCall, 2, raw, 1),
  systemCall('a packet socket', socketCall, 17, raw, 0x300),
  systemCall('a vsock to the host of a virtual machine', socketCall, 40, stream, 0),
  systemCall('the kernel’s cryptography by socket', socketCall, 38, 5, 0),
  systemCall('a netlink socket', socketCall, 16, raw, 0),
  systemCall('a Bluetooth socket', socketCall, 31, datagram, 0),
];
