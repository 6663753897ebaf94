import { create } from 'zustand';
import type { AppErrorShape } from '../../../shared/contract/errors.ts';
import type { SandboxStatus } from '../../../shared/contract/models/sandbox.ts';
import { asAppError, call, onEvent } from '../../api.ts';
import { showDone, showError } from '../../ui/toast.ts';
import { buildProgressed, noBuild, type BuildState } from './sandbox-state.ts';

interface SandboxStore {
  readonly open: boolean;
  readonly status: SandboxStatus | null;
  readonly checking: boolean;
  readonly failure: AppErrorShape | null;
  readonly build: BuildState;
  readonly show: () => void;
  readonly hide: () => void;
  readonly refresh: () => Promise<void>;
  readonly buildImage: () => Promise<void>;
  readonly cancelBuild: () => Promise<void>;
  readonly removeImage: () => Promise<void>;
}

export const useSandboxStore = create<SandboxStore>()((set, get) => ({
  open: false,
  status: null,
  checking: false,
  failure: null,
  build: noBuild,

  show() {
    set({ open: true });
    void get().refresh();
  },
  hide: () => set({ open: false }),

  async refresh() {
    set({ checking: true });
    try {
      set({ status: await call('sandbox.status', {}), failure: null });
    } catch (error) {
      set({ failure: asAppError(error).toShape() });
    }
    set({ checking: false });
  },

  async buildImage() {
    set({ build: { ...noBuild, state: 'building', step: 'Starting' } });
    try {
      await call('image.build', {});
      showDone('The sandbox image is ready.');
    } catch (error) {
      const failure = asAppError(error);
      const cancelled = failure.code === 'cancelled' || get().build.state === 'cancelled';
      set(({ build }) => ({ build: { ...build, state: cancelled ? 'cancelled' : 'failed' } }));
      if (!cancelled) showError(failure);
    }
    await get().refresh();
  },

  async cancelBuild() {
    try {
      await call('image.cancelBuild', {});
    } catch (error) {
      showError(asAppError(error));
    }
  },

  async removeImage() {
    try {
      await call('image.remove', {});
      showDone('The sandbox image was removed.');
    } catch (error) {
      showError(asAppError(error));
    }
    await get().refresh();
  },
}));

onEvent('image.progressed', (event) => {
  useSandboxStore.setState(({ build }) => ({ build: buildProgressed(build, event) }));
  if (event.state !== 'building') void useSandboxStore.getState().refresh();
});

/** A run builds the image when it is missing; its build is told as a stage of the run. */
let runBuilds = false;
onEvent('run.progressed', ({ stage }) => {
  const built = runBuilds && stage !== 'building-image';
  runBuilds = stage === 'building-image';
  if (built) void useSandboxStore.getState().refresh();
});
onEvent('run.finished', () => {
  runBuilds = false;
  void useSandboxStore.getState().refresh();
});
