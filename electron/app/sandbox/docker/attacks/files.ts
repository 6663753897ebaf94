import { inNode, inPerl, type Attack } from './attack.ts';

const write = (place: string) => `fs.writeFileSync('${place}', 'x'); say('written');`;
const readOnly = /^(EROFS|EACCES|EPERM|ENOENT)$/;

export const fileAttacks: readonly Attack[] = [
  inNode('writing to /', write('/x'), readOnly),
  inNode('writing to /usr', write('/usr/bin/x'), readOnly),
  inNode('overwriting the runner', write('/opt/stratbox/runner.js'), readOnly),
  inNode('writing to /etc', write('/etc/passwd'), readOnly),
  inNode('writing to shared memory', write('/dev/shm/x'), readOnly),
  inNode('where crashes are sent', write('/proc/sys/kernel/core_pattern'), readOnly),
  inNode('the kernel’s magic keys', write('/proc/sysrq-trigger'), readOnly),
  inNode('raising its own limits', write('/sys/fs/cgroup/memory.max'), readOnly),
  inNode(
    'staying alive when memory runs out',
    `fs.writeFileSync('/proc/self/oom_score_adj', '-1000'); say('written');`,
    readOnly,
  ),
  inNode(
    'the kernel’s memory',
    `say('read ' + fs.readSync(fs.openSync('/proc/kcore', 'r'), Buffer.alloc(64)));`,
    /^(read 0|EACCES|EPERM|ENOENT)$/,
  ),
  inNode('a password file', `fs.readFileSync('/etc/shadow'); say('read');`, /^(EACCES|ENOENT)$/),
  inNode(
    'a file of 200 MB',
    `process.on('SIGXFSZ', () => {}); const file = fs.openSync('/tmp/large', 'w'); for (let i = 0; i < 200; i += 1) fs.writeSync(file, Buffer.alloc(1e6)); say('written');`,
    /^EFBIG$/,
  ),
  inNode(
    'a hundred thousand files',
    `for (let i = 0; i < 1e5; i += 1) fs.writeFileSync('/tmp/' + i, ''); say('written');`,
    /^ENOSPC$/,
  ),
  inNode(
    'filling /tmp with many files',
    `for (let i = 0; i < 20; i += 1) fs.writeFileSync('/tmp/f' + i, Buffer.alloc(1e7)); say('written');`,
    /^ENOSPC$/,
  ),
  inPerl(
    'a program of its own in /tmp',
    `sysopen(F, '/tmp/run', 0x41, 0755) or die; print F "#!/bin/sh\\necho ran\\n"; close F; system { '/tmp/run' } '/tmp/run'; print $! + 0;`,
    /^13$/,
  ),
  inNode(
    'a zip bomb: four gigabytes from four megabytes',
    `const { gunzipSync, gzipSync } = require('node:zlib');
     const part = gzipSync(Buffer.alloc(2 ** 26)); const kept = [];
     for (let i = 0; i < 64; i += 1) kept.push(gunzipSync(part).fill(1));
     say('unpacked');`,
    // Killed by the kernel or refused by Node, before anything could be said.
    /^(|ERR_MEMORY_ALLOCATION_FAILED|RangeError)$/,
  ),
];
