import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestBench, readAll, type TestBench } from './test-bench.ts';
import { defaultLimits } from '../../../../shared/contract/models/run.ts';

let bench: TestBench;
beforeAll(async () => {
  bench = await openTestBench();
});
afterAll(async () => bench.close());

/** Runs JavaScript inside, without the runner's own defences: the container must hold alone. */
async function inside(code: string): Promise<unknown> {
  const { output, error } = await bench.run(['/usr/local/bin/node', '-e', code]);
  if (output === '') throw new Error(`nothing printed: ${error}`);
  return JSON.parse(output);
}
const attempt = `const attempt = (action) => { try { action(); return 'allowed'; } catch (error) { return error.code; } };`;
const print = (expression: string) => `${attempt} console.log(JSON.stringify(${expression}));`;

/** Calls a system call by number, as an exploit would; prints its errno, or 0. */
async function systemCalls(calls: readonly (readonly [number, ...(number | string)[]])[]) {
  const lines = calls.map(
    ([number, ...rest]) =>
      `{ my @a = (${rest.join(', ')}); $! = 0; print((syscall(${number}, @a) == -1 ? $! + 0 : 0), "\\n"); }`,
  );
  const { output } = await bench.run(['/usr/bin/perl', '-e', lines.join('\n')]);
  return output.trim().split('\n').map(Number);
}

describe('the process inside', () => {
  it('is nobody, with no capability, no new privileges and a system call filter', async () => {
    const { output } = await bench.run(['/usr/bin/cat', '/proc/self/status']);
    const field = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(output)?.[1];
    expect(field('Uid')).toBe('65534\t65534\t65534\t65534');
    expect(field('Gid')).toBe('65534\t65534\t65534\t65534');
    expect(field('Groups')?.trim() ?? '').toMatch(/^(65534)?$/);
    for (const set of ['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb']) {
      expect(field(set), set).toBe('0000000000000000');
    }
    expect(field('NoNewPrivs')).toBe('1');
    expect(field('Seccomp')).toBe('2');
  });

  it('sees only its own processes and the environment of the table', async () => {
    const seen = await inside(
      print(
        `{ environment: process.env, host: os.hostname(), processes: fs.readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name)).length }`,
      ),
    );
    expect(seen).toEqual({
      environment: {
        PATH: '/usr/local/bin:/usr/bin:/bin',
        HOME: '/nonexistent',
        HOSTNAME: 'stratbox',
        LANG: 'C.UTF-8',
        TZ: 'UTC',
        UV_USE_IO_URING: '0',
      },
      host: 'stratbox',
      processes: 2,
    });
  });

  it('finds no file that runs with another user’s rights', async () => {
    const { output } = await bench.run(['/usr/bin/find', '/', '-xdev', '-perm', '/6000']);
    expect(output).toBe('');
  });

  it('inherits no descriptor but the standard ones', async () => {
    const { output } = await bench.run(['/usr/bin/ls', '/proc/self/fd']);
    // 3 is the folder that ls itself has open.
    expect(output.trim().split('\n')).toEqual(['0', '1', '2', '3']);
  });
});

describe('files', () => {
  it('cannot be written outside /tmp', async () => {
    const places = ['/x', '/usr/x', '/opt/stratbox/x', '/etc/x', '/proc/sys/kernel/core_pattern'];
    const seen = await inside(
      print(
        `${JSON.stringify(places)}.map((place) => attempt(() => fs.writeFileSync(place, 'x')))`,
      ),
    );
    for (const outcome of seen as string[]) expect(outcome).toMatch(/^(EROFS|EACCES)$/);
  });

  it('in /tmp are bounded in size and number and cannot be executed', async () => {
    const seen = await inside(
      print(`{
        plain: attempt(() => fs.writeFileSync('/tmp/plain', 'x')),
        large: attempt(() => { process.on('SIGXFSZ', () => {}); const fd = fs.openSync('/tmp/large', 'w'); for (let i = 0; i < 64; i += 1) fs.writeSync(fd, Buffer.alloc(1e6)); }),
        many: attempt(() => { for (let i = 0; i < 2000; i += 1) fs.writeFileSync('/tmp/many' + i, '') }),
        script: attempt(() => fs.accessSync('/tmp/plain', fs.constants.X_OK)),
        flags: fs.readFileSync('/proc/mounts', 'utf8').split('\\n').find((line) => line.includes(' /tmp '))
      }`),
    );
    expect(seen).toMatchObject({ plain: 'allowed', large: 'EFBIG', script: 'EACCES' });
    expect((seen as { many: string }).many).toBe('ENOSPC');
    for (const flag of ['noexec', 'nosuid', 'nodev', 'size=65536k', 'nr_inodes=1024']) {
      expect((seen as { flags: string }).flags).toContain(flag);
    }
  });

  it('in /tmp made executable at birth still do not run', async () => {
    const program = `
      sysopen(F, '/tmp/run', 0x41, 0755) or die; print F "#!/bin/true\\n"; close F;
      system { '/tmp/run' } '/tmp/run'; print $! + 0;`;
    // 13 is EACCES.
    expect((await bench.run(['/usr/bin/perl', '-e', program])).output).toBe('13');
  });
});

describe('the network', () => {
  it('is absent: no interface but loopback, no socket of any family', async () => {
    const seen = await inside(print(`Object.keys(os.networkInterfaces())`)).catch(() => []);
    expect((seen as string[]).filter((name) => name !== 'lo')).toEqual([]);
    const families = { unix: 1, inet: 2, inet6: 10, netlink: 16, packet: 17, alg: 38, vsock: 40 };
    const socket = process.arch === 'arm64' ? 198 : 41;
    const outcomes = await systemCalls(
      Object.values(families).map((family) => [socket, family, 1, 0] as const),
    );
    expect(outcomes).toEqual(Object.values(families).map(() => 1));
  });
});

describe('system calls', () => {
  // Numbers: x86-64, arm64.
  const refused: Record<string, readonly [number, number, ...(number | string)[]]> = {
    ptrace: [101, 117, 0, 0, 0, 0],
    mount: [165, 40, '"none"', '"/tmp"', '"tmpfs"', 0, 0],
    unshare: [272, 97, 0x10000000],
    setns: [308, 268, 0, 0],
    'clone with a user namespace': [56, 220, 0x10000011, 0, 0, 0, 0],
    io_uring_setup: [425, 425, 1, 0],
    userfaultfd: [323, 282, 0],
    bpf: [321, 280, 0, 0, 0],
    keyctl: [250, 219, 0, 0],
    perf_event_open: [298, 241, 0, 0, -1, -1, 0],
    memfd_create: [319, 279, '"x"', 0],
    process_vm_readv: [310, 270, 1, 0, 0, 0, 0, 0],
    mknodat: [259, 33, -100, '"/tmp/node"', 0x2190, 0x103],
    fchmodat: [268, 53, -100, '"/tmp"', 0o777],
    symlinkat: [266, 36, '"/etc"', -100, '"/tmp/link"'],
    shmget: [29, 194, 0, 4096, 0o1600],
    init_module: [175, 105, 0, 0, '""'],
    kexec_load: [246, 104, 0, 0, 0, 0],
    clock_settime: [227, 112, 0, 0],
    sethostname: [170, 161, '"x"', 1],
    open_by_handle_at: [304, 265, 0, 0, 0],
    chroot: [161, 51, '"/tmp"'],
    pivot_root: [155, 41, '"/tmp"', '"/tmp"'],
    'ioctl TIOCSTI': [16, 29, 0, 0x5412, '"x"'],
    personality: [135, 92, 0],
    execveat: [322, 281, -100, '"/bin/true"', 0, 0, 0],
  };

  it('outside the allow list fail with EPERM', async () => {
    const calls = Object.values(refused).map(
      ([intel, arm, ...rest]) => [process.arch === 'arm64' ? arm : intel, ...rest] as const,
    );
    const outcomes = await systemCalls(calls);
    expect(Object.fromEntries(Object.keys(refused).map((name, i) => [name, outcomes[i]]))).toEqual(
      Object.fromEntries(Object.keys(refused).map((name) => [name, 1])),
    );
  });

  it('hidden from the filter (clone3) are answered as unknown', async () => {
    expect(await systemCalls([[435, 0, 0]])).toEqual([38]);
  });

  it('stop a fork bomb at the process limit', async () => {
    const bomb = `my $n = 0; while (defined(my $pid = fork)) { if (!$pid) { sleep 5; exit } $n += 1; last if $n > 200 } print $n; kill 9, -1;`;
    const count = Number((await bench.run(['/usr/bin/perl', '-e', bomb])).output);
    expect(count).toBeGreaterThan(10);
    expect(count).toBeLessThan(64);
  });
});

describe('the runner’s own flags', () => {
  it('forbid code from strings, files, programs and workers, and keep modules in contexts', async () => {
    const process = await bench.sandbox.start({
      runId: 'flags',
      limits: defaultLimits,
      signal: new AbortController().signal,
    });
    process.input.write('powers\n');
    const seen: unknown = JSON.parse(await readAll(process.output));
    await process.destroy();
    expect(seen).toEqual({
      evaluate: 'EvalError',
      construct: 'EvalError',
      module: 'function',
      ownFile: 'true',
      otherFile: 'ERR_ACCESS_DENIED',
      write: 'ERR_ACCESS_DENIED',
      child: 'ERR_ACCESS_DENIED',
      worker: 'ERR_ACCESS_DENIED',
    });
  });
});
