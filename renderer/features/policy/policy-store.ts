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
  readonly saving: boolean;
  /** What was in force before each change that was made here, the oldest first. */
  readonly earlier: readonly Policy[];
  readonly load: () => Promise<void>;
  /** Puts a policy in force. Resolves with whether the app has taken it. */
  readonly save: (policy: Policy) => Promise<boolean>;
  readonly reset: () => Promise<void>;
  /** Takes back the last change that was made here. */
  readonly undo: () => Promise<void>;
}

const mostEarlier = 50;

/** The workspace's policy, as the app keeps it. */
export const usePolicyStore = create<PolicyStore>()((set, get) => {
  /** One change at a time: the next is based on what this one gives. */
  const change = async (send: (basedOn: string) => Promise<PolicyState>): Promise<boolean> => {
    const { state, saving } = get();
    if (state === null || saving) return false;
    set({ saving: true });
    try {
      set({ state: await send(state.hash) });
      return true;
    } catch (error) {
      showError(asAppError(error));
      // Another window may have changed it: what is shown must be what is in force.
      void get().load();
      return false;
    } finally {
      set({ saving: false });
    }
  };
  const noting = async (send: (basedOn: string) => Promise<PolicyState>): Promise<boolean> => {
    const before = get().state;
    const taken = await change(send);
    const isNew = before !== null && before.hash !== get().state?.hash;
    if (taken && isNew) {
      set(({ earlier }) => ({ earlier: [...earlier, before.policy].slice(-mostEarlier) }));
    }
    return taken;
  };
  return {
    state: null,
    failure: null,
    saving: false,
    earlier: [],

    async load() {
      try {
        const state = await call('policy.get', {});
        const known = get().state;
        // Somebody else's change is not this window's to take back.
        const foreign = known !== null && known.hash !== state.hash && !get().saving;
        set({ state, failure: null, ...(foreign ? { earlier: [] } : {}) });
      } catch (error) {
        set({ failure: asAppError(error).toShape() });
      }
    },

    save: (policy) => noting((basedOn) => call('policy.save', { policy: copyOf(policy), basedOn })),

    async reset() {
      await noting(() => call('policy.reset', {}));
    },

    async undo() {
      const policy = get().earlier.at(-1);
      if (!policy) return;
      const taken = await change((basedOn) =>
        call('policy.save', { policy: copyOf(policy), basedOn }),
      );
      if (taken) set(({ earlier }) => ({ earlier: earlier.slice(0, -1) }));
    },
  };
});

/** The contract's lists may be written to; the policy's own may not. */
const copyOf = (policy: Policy) => ({
  ...policy,
  allowedModules: [...policy.allowedModules],
  overrides: { ...policy.overrides },
});
