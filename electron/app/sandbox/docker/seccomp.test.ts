import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const profile = z
  .object({
    defaultAction: z.string(),
    archMap: z.array(z.object({ architecture: z.string(), subArchitectures: z.array(z.string()) })),
    syscalls: z.array(
      z.object({
        comment: z.string().min(10),
        names: z.array(z.string()).min(1),
        action: z.string(),
        args: z
          .array(z.object({ index: z.number(), value: z.number(), op: z.string() }))
          .optional(),
      }),
    ),
  })
  .parse(
    JSON.parse(
      readFileSync(path.resolve(import.meta.dirname, '../../../../docker/seccomp.json'), 'utf8'),
    ),
  );
const allowed = profile.syscalls.filter(({ action }) => action === 'SCMP_ACT_ALLOW');
const freely = new Set(
  allowed.filter(({ args }) => args === undefined).flatMap(({ names }) => names),
);

describe('docker/seccomp.json', () => {
  it('denies by default, and every other ABI with it', () => {
    expect(profile.defaultAction).toBe('SCMP_ACT_ERRNO');
    for (const { subArchitectures } of profile.archMap) expect(subArchitectures).toEqual([]);
  });

  it('never allows a way out, however the list grows', () => {
    const never =
      'socket socketpair connect bind listen accept sendmsg sendto io_uring_setup io_uring_enter memfd_create userfaultfd bpf keyctl add_key request_key perf_event_open ptrace process_vm_readv process_vm_writev mount umount2 move_mount fsopen unshare setns clone clone3 fork vfork execveat pivot_root chroot mknod mknodat init_module finit_module kexec_load open_by_handle_at name_to_handle_at personality shmget msgget semget mq_open setuid setgid setgroups capset chmod fchmod fchmodat chown symlink link rename unlink mkdir ioctl pidfd_getfd process_madvise quotactl reboot settimeofday clock_settime sethostname acct syslog modify_ldt iopl ioperm';
    for (const name of never.split(' ')) expect(freely.has(name), name).toBe(false);
  });

  it('allows clone without any namespace flag only', () => {
    const [rule] = allowed.filter(({ names }) => names.includes('clone'));
    // CLONE_NEW: cgroup, uts, ipc, user, pid, net, ns (linux/sched.h).
    const flags = [
      0x02000000, 0x04000000, 0x08000000, 0x10000000, 0x20000000, 0x40000000, 0x00020000,
    ];
    expect(rule?.args).toMatchObject([{ index: 0, op: 'SCMP_CMP_MASKED_EQ' }]);
    for (const flag of flags) expect(((rule?.args?.[0]?.value ?? 0) & flag) >>> 0).toBe(flag);
  });

  it('allows no call twice', () => {
    const names = allowed.filter(({ args }) => !args).flatMap((rule) => rule.names);
    expect(new Set(names).size).toBe(names.length);
  });
});
