import { create } from 'zustand';
import type { AppErrorShape } from '../../../shared/contract/errors.ts';
import type { PolicyState } from '../../../shared/contract/models/policy.ts';
import type { Policy } from '../../../shared/validation/policy.ts';
import { asAppError, call } from '../../api.ts';
import { showError } from '../../ui/toast.ts';

interface PolicyStore {
  /** What is in force; null until it has been read. */
  readonly state: PolicyState | null;
  readonly failure: AppErrorShape | null;
  /** What was in force before each change that was made here, the oldest first. */
  readonly earlier: readonly Policy[];
  readonly load: () => Promise<void>;
  /** Puts a policy in force. What the app refuses is said, and what is in force is shown again. */
  readonly save: (policy: Policy) => Promise<void>;
  readonly reset: () => Promise<void>;
  /** Takes back the last change that was made here. */
  readonly undo: () => Promise<void>;
}

const mostEarlier = 50;

/** The workspace's policy, as the app keeps it; a change is shown at once and then sent. */
export const usePolicyStore = create<PolicyStore>()((set, get) => {
  let queue: Promise<unknown> = Promise.resolve();
  let pending = 0;

  /** One after the other: each change is based on what the one before gave. */
  const send = (ask: (basedOn: string) => Promise<PolicyState>): Promise<void> => {
    pending++;
    const sent = queue.then(async () => {
      try {
        const next = await ask(get().state?.hash ?? '');
        // What was changed meanwhile stays in view until its own turn.
        set(({ state }) => ({
          state: pending > 1 && state ? { ...next, policy: state.policy } : next,
        }));
        pending--;
      } catch (error) {
        pending--;
        showError(asAppError(error));
        // Another window may have changed it: what is shown must be what is in force.
        await get().load();
      }
    });
    queue = sent;
    return sent;
  };
  const show = (policy: Policy) =>
    set(({ state }) => ({ state: state && { ...state, policy: copyOf(policy) } }));
  const note = () => {
    const { policy: before, problem } = get().state ?? {};
    // In place of a file that cannot be used stands a policy that nobody chose.
    if (before && !problem)
      set(({ earlier }) => ({ earlier: [...earlier, before].slice(-mostEarlier) }));
  };
  const put = (policy: Policy): Promise<void> => {
    show(policy);
    return send((basedOn) => call('policy.save', { policy: copyOf(policy), basedOn }));
  };

  return {
    state: null,
    failure: null,
    earlier: [],

    async load() {
      // The answers to this window's own changes say the same.
      if (pending > 0) return;
      try {
        const state = await call('policy.get', {});
        if (pending > 0) return;
        const known = get().state;
        // Somebody else's change is not this window's to take back.
        const foreign = known !== null && known.hash !== state.hash;
        set({ state, failure: null, ...(foreign ? { earlier: [] } : {}) });
      } catch (error) {
        set({ failure: asAppError(error).toShape() });
      }
    },

    save(policy) {
      if (get().state === null) return Promise.resolve();
      note();
      return put(policy);
    },

    reset() {
      note();
      return send(() => call('policy.reset', {}));
    },

    undo() {
      const policy = get().earlier.at(-1);
      if (!policy) return Promise.resolve();
      set(({ earlier }) => ({ earlier: earlier.slice(0, -1) }));
      return put(policy);
    },
  };
});

/** The contract's lists may be written to; the policy's own may not. */
const copyOf = (policy: Policy) => ({
  ...policy,
  allowedModules: [...policy.allowedModules],
  overrides: { ...policy.overrides },
});
