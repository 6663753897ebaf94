import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import type { EmitEvent } from '../../../shared/contract/events.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import {
  differencesFromPreset,
  policyStateSchema,
  type PolicyReference,
  type PolicyState,
} from '../../../shared/contract/models/policy.ts';
import { presets, type Policy } from '../../../shared/validation/policy.ts';
import type { AuditLog } from '../store/audit.ts';
import {
  keepDamagedFile,
  policyFileName,
  readPolicyFile,
  usable,
  withoutFile,
  writePolicyFile,
  type PolicyFileContent,
} from './policy-file.ts';

export interface PolicyStore {
  /** What is in force now: the file is read each time, for it may be edited by hand at any time. */
  read(): PolicyFileContent;
  state(): PolicyState;
  /** @throws {AppError} conflict if another change came first. */
  save(policy: Policy, basedOn: string): PolicyState;
  reset(): PolicyState;
  /** Tells open windows of changes by hand at once, and not only at the next judgement. */
  watch(): void;
  close(): void;
}

/**
 * The policy of the workspace in `folder`. Every change goes to the audit log, also one that was made
 * by hand while nothing ran: the log's newest entry says what was in force when it was last looked at.
 */
export function createPolicyStore(folder: string, audit: AuditLog, emit: EmitEvent): PolicyStore {
  const file = join(folder, policyFileName);
  let known: string | undefined;
  let watching: FSWatcher | undefined;

  const record = (by: 'app' | 'hand', content: PolicyFileContent) => {
    const before = lastRecorded(audit);
    if (before.hash === content.hash) return;
    audit.append('policy.changed', { by, before, after: describe(content) });
  };
  const learn = ({ hash }: PolicyFileContent) => {
    const isChange = known !== undefined && known !== hash;
    known = hash;
    if (isChange) emit('policy.changed', { hash });
  };
  const read = () => {
    const content = readPolicyFile(file);
    if (content.hash !== known) record('hand', content);
    learn(content);
    return content;
  };
  const look = () => {
    try {
      read();
    } catch {
      // The log could not be written: the next judgement tries again, and fails if it still cannot.
    }
  };
  const write = (policy: Policy) => {
    if (read().problem !== undefined) keepDamagedFile(file);
    const content = usable(policy);
    // Recorded before it is seen: another window must not take it for a change by hand.
    writePolicyFile(file, policy, () => record('app', content));
    learn(content);
    return stateOf(file, content);
  };
  return {
    read,
    state: () => stateOf(file, read()),
    save: (policy, basedOn) => {
      if (read().hash === basedOn) return write(policy);
      throw new AppError(
        'conflict',
        'The policy was changed elsewhere meanwhile.',
        'Look at it as it is now, and change it again.',
      );
    },
    reset: () => write(presets.standard),
    watch: () => {
      try {
        watching = watch(folder, { persistent: false }, (_, name) => {
          if (name === null || name === policyFileName) look();
        }).on('error', () => watching?.close());
      } catch {
        // No watches to be had here: the next judgement reads the file all the same.
      }
    },
    close: () => watching?.close(),
  };
}

function stateOf(file: string, { policy, hash, problem }: PolicyFileContent): PolicyState {
  const state = { policy, presets, hash, file };
  return policyStateSchema.parse(problem === undefined ? state : { ...state, problem });
}

/** How records name the policy that judged. */
export function referenceTo({ policy, hash }: PolicyFileContent): PolicyReference {
  const changed = Object.keys(differencesFromPreset(policy)).length > 1;
  return { preset: policy.preset, changed, hash };
}

/** What the audit log says was in force. */
interface RecordedPolicy {
  readonly hash: string;
  readonly policy?: object;
  readonly problem?: string;
}

function describe({ policy, problem, hash }: PolicyFileContent): RecordedPolicy {
  if (problem !== undefined) return { hash, problem: problem.message };
  return { hash, policy: differencesFromPreset(policy) };
}

/** What the log's newest entry says was in force; before the first there was no file. */
function lastRecorded(audit: AuditLog): RecordedPolicy {
  const entry = audit.newest('policy.changed')?.detail as { after?: RecordedPolicy } | undefined;
  return entry?.after ?? describe(withoutFile);
}
