import { inNode, inPerl, type Attack } from './attack.ts';

/** What is cut off from outside when patience ends has said nothing more. */
const cutOff = /^(started)?$/;

export const resourceAttacks: readonly Attack[] = [
  inPerl(
    'a fork bomb',
    `my $n = 0; while (defined(my $pid = fork)) { if (!$pid) { sleep 3; exit } last if ++$n > 200 } print $n < 64 ? 'stopped' : 'exploded'; kill 9, -1;`,
    /^stopped$/,
  ),
  inNode('a memory bomb', `const kept = []; for (;;) kept.push(Buffer.alloc(1e7, 1));`, /^$/),
  inNode('an endless loop', `say('started'); for (;;);`, cutOff),
  inNode(
    'sleeping with every signal ignored',
    `for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT']) process.on(name, () => {}); say('started'); setInterval(() => {}, 1e6);`,
    cutOff,
  ),
  inPerl(
    'a grandchild that holds the output open',
    `use POSIX (); if (!fork) { POSIX::setsid(); if (!fork) { $SIG{TERM} = 'IGNORE'; sleep 600 } exit } print 'started';`,
    cutOff,
  ),
  inNode(
    'a pattern that never comes to an end',
    `say('started'); /^(a+)+$/.test('a'.repeat(60) + 'b'); say('matched');`,
    cutOff,
  ),
  inNode(
    'too many open files',
    `const open = []; for (let i = 0; i < 1000; i += 1) open.push(fs.openSync('/dev/null')); say('open');`,
    /^EMFILE$/,
  ),
  inNode(
    'too many threads',
    `const { Worker } = require('node:worker_threads'); let n = 0;
     for (let i = 0; i < 200; i += 1) { const one = new Worker('setTimeout(() => {}, 2000)', { eval: true }); one.on('error', () => {}); one.on('online', () => { n += 1; }); }
     setTimeout(() => { say(n < 64 ? 'stopped' : 'exploded'); process.exit(); }, 3000);`,
    // Node gives up altogether when the kernel refuses it a thread.
    /^(stopped|ERR_WORKER_INIT_FAILED)?$/,
  ),
];
