import { create } from 'zustand';

interface NewStrategyStore {
  readonly open: boolean;
  readonly ask: () => void;
  readonly close: () => void;
}

export const useNewStrategyStore = create<NewStrategyStore>()((set) => ({
  open: false,
  ask: () => set({ open: true }),
  close: () => set({ open: false }),
}));
