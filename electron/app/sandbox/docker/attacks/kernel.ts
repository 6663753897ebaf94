import { inNode, inPerl, systemCall, type Attack } from './attack.ts';

const newUserNamespace = 0x10000000;

export const kernelAttacks: readonly Attack[] = [
  systemCall('becoming root', [105, 146], 0),
  systemCall('mounting a file system', [165, 40], '"none"', '"/tmp"', '"tmpfs"', 0, 0),
  systemCall('a namespace of its own', [272, 97], newUserNamespace),
  systemCall('another’s namespace', [308, 268], 0, 0),
  systemCall('a clone with a user namespace', [56, 220], newUserNamespace + 17, 0, 0, 0, 0),
  systemCall('io_uring', [425, 425], 1, 0),
  systemCall('programs in the kernel (bpf)', [321, 280], 0, 0, 0),
  systemCall('page faults handled by itself', [323, 282], 0),
  systemCall('the kernel’s key rings', [250, 219], 0, 0),
  systemCall('hardware counters', [298, 241], 0, 0, -1, -1, 0),
  systemCall('tracing another process', [101, 117], 16, 1, 0, 0),
  systemCall('reading another’s memory', [310, 270], 1, 0, 0, 0, 0, 0),
  systemCall('a program without a file', [319, 279], '"x"', 0),
  systemCall('making a device', [259, 33], -100, '"/tmp/disk"', 0x6190, 0x800),
  systemCall('another root folder', [161, 51], '"/tmp"'),
  systemCall('loading a module', [175, 105], 0, 0, '""'),
  systemCall('another kernel', [246, 104], 0, 0, 0, 0),
  systemCall('the computer’s clock', [227, 112], 0, 0),
  systemCall('the computer’s name', [170, 161], '"x"', 1),
  systemCall('a file by handle', [304, 265], 0, 0, 0),
  systemCall('restarting the computer', [169, 142], 0xfee1dead, 672274793, 0x1234567, 0),
  systemCall('swapping', [167, 224], '"/tmp/swap"', 0),
  inPerl(
    'more priority',
    `print POSIX::nice(-5) ? 'allowed' : 'refused'; use POSIX ();`,
    /^refused$/,
  ),
  inNode(
    'what the app’s environment holds',
    `say(Object.keys(process.env).sort().join());`,
    /^HOME,HOSTNAME,LANG,PATH,TZ,UV_USE_IO_URING$/,
  ),
  inNode(
    'a descriptor that somebody left open',
    `say(fs.readdirSync('/proc/self/fd').map(Number).filter((fd) => fd > 2).map((fd) => { try { return fs.readlinkSync('/proc/self/fd/' + fd); } catch { return ''; } }).filter((to) => to && !/^(anon_inode|pipe|\\/proc|\\/dev\\/null|socket:)/.test(to)).join() || 'none');`,
    /^none$/,
  ),
];
