/** What a Python text tries, and what must come of it: an error's name, or what it printed. */
export interface PythonAttack {
  readonly name: string;
  /** An expression, with the names that `pythonAttempts` imports. */
  readonly attempt: string;
  readonly refused: RegExp;
}

const denied = /^(PermissionError|EPERM|ENOSYS)$/;
const readOnly = /^(OSError|PermissionError|FileNotFoundError)$/;
const noSocket = /^PermissionError$/;

/** By number on x86-64 and arm64; without a container these would do harm or reach the computer. */
const systemCall = (name: string, [intel, arm]: readonly [number, number], rest = '') => ({
  name,
  attempt: `call(${process.arch === 'arm64' ? arm : intel}${rest === '' ? '' : `, ${rest}`})`,
  refused: denied,
});
const write = (place: string) => ({
  name: `writing to ${place}`,
  attempt: `open("${place}", "w").write("x")`,
  refused: readOnly,
});

export const pythonAttacks: readonly PythonAttack[] = [
  { name: 'a TCP socket', attempt: 'socket.socket()', refused: noSocket },
  {
    name: 'a local socket',
    attempt: 'socket.socket(socket.AF_UNIX)',
    refused: noSocket,
  },
  {
    name: 'a UDP packet',
    attempt: 'socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", ("1.1.1.1", 53))',
    refused: noSocket,
  },
  { name: 'a raw socket', attempt: 'socket.socket(socket.AF_PACKET, 3, 3)', refused: noSocket },
  { name: 'a vsock', attempt: 'socket.socket(socket.AF_VSOCK)', refused: noSocket },
  {
    name: 'a name',
    attempt: 'socket.getaddrinfo("example.com", 80)',
    refused: /^(gaierror|PermissionError)$/,
  },
  {
    name: 'a page',
    attempt: 'urllib.request.urlopen("http://169.254.169.254/")',
    refused: /^URLError$/,
  },
  {
    name: 'the engine’s socket',
    attempt: 'os.stat("/var/run/docker.sock")',
    refused: /^FileNotFoundError$/,
  },
  write('/x'),
  write('/usr/bin/python3'),
  write('/opt/stratbox/python/runner/wire.py'),
  write('/dev/shm/x'),
  write('/proc/sys/kernel/core_pattern'),
  write('/proc/sysrq-trigger'),
  write('/sys/fs/cgroup/memory.max'),
  { name: 'a password file', attempt: 'open("/etc/shadow").read()', refused: readOnly },
  {
    name: 'the environment',
    attempt: '",".join(sorted(set(os.environ)))',
    refused:
      /^HOME,HOSTNAME,LANG,NUMBA_CACHE_DIR,NUMBA_NUM_THREADS,OMP_NUM_THREADS,OPENBLAS_NUM_THREADS,PATH,PYTHONHASHSEED,TZ,UV_USE_IO_URING$/,
  },
  {
    name: 'a program of its own in /tmp',
    attempt:
      '(open("/tmp/run", "w").write("#!/bin/sh\\necho ran\\n"), os.chmod("/tmp/run", 0o755), subprocess.run("/tmp/run"))',
    refused: /^PermissionError$/,
  },
  {
    name: 'machine code of its own from /tmp',
    attempt:
      '(open("/tmp/x.so", "wb").write(open(ctypes_library, "rb").read()), ctypes.CDLL("/tmp/x.so"))',
    refused: /^OSError$/,
  },
  { name: 'becoming root', attempt: 'os.setuid(0)', refused: denied },
  { name: 'more priority', attempt: 'os.nice(-5)', refused: denied },
  { name: 'another root folder', attempt: 'os.chroot("/tmp")', refused: denied },
  systemCall('mounting', [165, 40], 'b"none", b"/tmp", b"tmpfs", 0, 0'),
  systemCall('a namespace of its own', [272, 97], '0x10000000'),
  systemCall('io_uring', [425, 425], '1, 0'),
  systemCall('programs in the kernel', [321, 280], '0, 0, 0'),
  systemCall('page faults handled by itself', [323, 282], '0'),
  systemCall('the kernel’s key rings', [250, 219], '0, 0, 0'),
  systemCall('hardware counters', [298, 241], '0, 0, -1, -1, 0'),
  systemCall('tracing another process', [101, 117], '16, 1, 0, 0'),
  systemCall('a program without a file', [319, 279], 'b"x", 0'),
  systemCall('loading a module', [175, 105], '0, 0, b""'),
  systemCall('a file by handle', [304, 265], '0, 0, 0'),
  systemCall('the computer’s clock', [227, 112], '0, 0'),
];

/** One text that makes all attempts and prints what came of each. */
export const pythonAttempts = `import ctypes, errno, os, socket, subprocess, urllib.request
from stratbox import Strategy

libc = ctypes.CDLL(None, use_errno=True)
ctypes_library = next(line.split()[-1] for line in open("/proc/self/maps") if line.rstrip().endswith(".so"))

def call(number, *rest):
    ctypes.set_errno(0)
    if libc.syscall(number, *rest) != -1:
        return "allowed"
    return errno.errorcode[ctypes.get_errno()]

def tried(action):
    try:
        return action()
    except Exception as error:
        return type(error).__name__

${pythonAttacks.map(({ attempt }) => `print(tried(lambda: ${attempt}))`).join('\n')}

class Nothing(Strategy):
    pass
`;
