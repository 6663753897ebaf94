import { create } from 'zustand';
import {
  bottomShown,
  bottomToggled,
  initialLayoutState,
  resized,
  resultsShown,
  resultsToggled,
  type BottomTab,
  type LayoutState,
} from './layout-state.ts';

interface LayoutStore extends LayoutState {
  readonly resize: (width: number) => void;
  readonly showBottom: (tab: BottomTab) => void;
  readonly toggleBottom: (tab: BottomTab) => void;
  readonly closeBottom: () => void;
  readonly showResults: () => void;
  readonly toggleResults: () => void;
  readonly setRunSettingsOpen: (open: boolean) => void;
}

/** Which panes are shown; their sizes are in the preferences. */
export const useLayoutStore = create<LayoutStore>()((set) => ({
  ...initialLayoutState,
  resize: (width) => set((state) => resized(state, width)),
  showBottom: (tab) => set((state) => bottomShown(state, tab)),
  toggleBottom: (tab) => set((state) => bottomToggled(state, tab)),
  closeBottom: () => set({ bottomOpen: false }),
  showResults: () => set(resultsShown),
  toggleResults: () => set(resultsToggled),
  setRunSettingsOpen: (runSettingsOpen) => set({ runSettingsOpen }),
}));
