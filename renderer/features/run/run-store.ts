import { create } from 'zustand';
import type { RunRecord, RunRequest } from '../../../shared/contract/models/run.ts';
import { asAppError, call, onEvent } from '../../api.ts';
import {
  failed,
  finished,
  initialRunState,
  logged,
  progressed,
  shown,
  started,
  type RunState,
} from './run-state.ts';

interface RunStore extends RunState {
  /** Runs a strategy and resolves with its record, or with null if no record could be made. */
  readonly start: (parts: Omit<RunRequest, 'runId'>) => Promise<RunRecord | null>;
  readonly cancel: () => Promise<void>;
  /** Shows a run from history. */
  readonly open: (runId: string) => Promise<void>;
  readonly show: (record: RunRecord) => void;
  readonly clearLog: () => void;
}

export const useRunStore = create<RunStore>()((set, get) => ({
  ...initialRunState,

  async start(parts) {
    if (get().phase === 'running') return null;
    const runId = crypto.randomUUID();
    set((state) => started(state, runId, Date.now(), parts.limits));
    try {
      const record = await call('run.execute', { ...parts, runId });
      set((state) => finished(state, record));
      return record;
    } catch (error) {
      set((state) => failed(state, runId, asAppError(error).toShape()));
      return null;
    }
  },

  async cancel() {
    const { phase, runId } = get();
    if (phase !== 'running' || runId === null) return;
    set({ cancelling: true });
    try {
      await call('run.cancel', { runId });
    } catch (error) {
      set({ cancelling: false, failure: asAppError(error).toShape() });
    }
  },

  async open(runId) {
    set({ opening: true, failure: null });
    try {
      const record = await call('history.read', { runId });
      set((state) => shown(state, record));
    } catch (error) {
      set({ opening: false, failure: asAppError(error).toShape() });
    }
  },

  show: (record) => set((state) => shown(state, record)),
  clearLog: () => set({ log: [], droppedLines: 0 }),
}));

onEvent('run.progressed', (event) => useRunStore.setState((state) => progressed(state, event)));
onEvent('run.logged', (event) => useRunStore.setState((state) => logged(state, event)));
