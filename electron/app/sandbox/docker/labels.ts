import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Every container of ours carries these. */
export const labelNames = {
  app: 'stratbox.app',
  instance: 'stratbox.instance',
  owner: 'stratbox.owner',
  run: 'stratbox.run',
  deadline: 'stratbox.deadline',
} as const;

/** An app process, told apart from every other one that may use the same engine. */
export interface Owner {
  /** This computer and process namespace; another computer's containers are never ours to judge. */
  readonly machine: string;
  readonly processId: number;
  /** Differs when the same process id was given out again; empty where the platform does not tell. */
  readonly started: string;
}

export function thisOwner(): Owner {
  return { machine: machineId(), processId: process.pid, started: startOf(process.pid) };
}

export function writeOwner({ machine, processId, started }: Owner): string {
  return `${machine}/${processId}/${started}`;
}

/** Null for a label that no Stratbox wrote. */
export function readOwner(label: string | undefined): Owner | null {
  const match = /^([0-9a-f]{16})\/(\d+)\/([0-9a-z-]*)$/.exec(label ?? '');
  if (!match) return null;
  return { machine: match[1] ?? '', processId: Number(match[2]), started: match[3] ?? '' };
}

/** A process that is gone, or whose id belongs to another by now. Only asked about this machine's. */
export function isGone({ processId, started }: Owner): boolean {
  try {
    process.kill(processId, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to another user.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return true;
  }
  // Unreadable (another user's, hidden) means alive: the safe side.
  const now = startOf(processId);
  return now !== '' && started !== '' && now !== started;
}

function machineId(): string {
  const parts = [hostname(), readText('/etc/machine-id'), pidNamespace()];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
}

/** Boot and start tick of a process on Linux; elsewhere the deadline label has to do. */
function startOf(processId: number): string {
  const stat = readText(`/proc/${processId}/stat`);
  if (stat === '') return '';
  // The program's name, in brackets, may itself hold spaces and brackets; field 22 is the start.
  const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  return `${readText('/proc/sys/kernel/random/boot_id').slice(0, 8)}-${ticks}`;
}

function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    // Not Linux: one process namespace a computer.
    return '';
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    // Not there on this platform, or the process is gone.
    return '';
  }
}
