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
  /** Measures it from outside; absent where nothing does. */
  readonly usage?: UsageSource;
  readonly input: Writable;
  /** Frames only; hostile bytes. */
  readonly output: Readable;
  /** Resolves once, never rejects. */
  readonly exited: Promise<SandboxExit>;
  /** Ends it and removes every trace; idempotent; resolves when nothing is left behind. */
  destroy(): Promise<void>;
}

/** The counters of a sandbox at one moment; a rate is the difference of two. */
export interface UsageReading {
  /** Nanoseconds of processor time that it has taken since it was started. */
  readonly taken: number;
  /** Nanoseconds that one processor could have given since some moment, the same for all readings. */
  readonly given: number;
  /** Bytes. */
  readonly memory: number;
}

export interface UsageSource {
  /** What it may use at most: bytes and processors. */
  readonly allowed: { readonly memory: number; readonly cpus: number };
  /** Null when the engine has no figures for it; rejects when the engine does not answer. */
  read(signal: AbortSignal): Promise<UsageReading | null>;
}

export interface SandboxExit {
  readonly code: number | null;
  readonly outOfMemory: boolean;
  /** The engine stopped answering while the sandbox was in use. */
  readonly engineLost: boolean;
  /** The last 8 kB of standard error, for diagnosis; hostile text. */
  readonly standardError: string;
}
