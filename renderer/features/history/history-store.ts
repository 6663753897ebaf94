import { create } from 'zustand';
import type { AppErrorShape } from '../../../shared/contract/errors.ts';
import type { RunSummary } from '../../../shared/contract/models/run.ts';
import { asAppError, call, onEvent } from '../../api.ts';
import { newestFirst } from './history-order.ts';

interface HistoryStore {
  /** Newest first; null until they were read once. */
  readonly runs: readonly RunSummary[] | null;
  readonly failure: AppErrorShape | null;
  readonly load: () => Promise<void>;
  readonly remove: (runId: string) => Promise<void>;
}

export const useHistoryStore = create<HistoryStore>()((set, get) => ({
  runs: null,
  failure: null,

  async load() {
    try {
      const runs = await call('history.list', {});
      set({ runs: newestFirst(runs), failure: null });
    } catch (error) {
      set({ failure: asAppError(error).toShape() });
    }
  },

  async remove(runId) {
    try {
      await call('history.remove', { runId });
      set({ failure: null });
    } catch (error) {
      set({ failure: asAppError(error).toShape() });
      return;
    }
    await get().load();
  },
}));

onEvent('history.changed', () => void useHistoryStore.getState().load());
