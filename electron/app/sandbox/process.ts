import type { Readable, Writable } from 'node:stream';
import type { Badge } from '../../../shared/contract/models/run.ts';
import type { SandboxUsed } from '../../../shared/contract/models/sandbox.ts';

/**
 * A started sandbox that waits for its job. A container and the embedded process look the same from
 * here: job bytes go in, frame bytes come out, and it serves one run.
 */
export interface SandboxProcess {
  readonly used: SandboxUsed;
  /** What was read back about its isolation before it was handed out. */
  readonly isolation: Badge;
  readonly input: Writable;
  /** Frames only; hostile bytes. */
  readonly output: Readable;
  /** Resolves once, never rejects. */
  readonly exited: Promise<SandboxExit>;
  /** Ends it and removes every trace; idempotent; resolves when nothing is left behind. */
  destroy(): Promise<void>;
}

export interface SandboxExit {
  readonly code: number | null;
  readonly outOfMemory: boolean;
  /** The engine stopped answering while the sandbox was in use. */
  readonly engineLost: boolean;
  /** The last 8 kB of standard error, for diagnosis; hostile text. */
  readonly standardError: string;
}
