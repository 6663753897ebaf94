import { create } from 'zustand';

interface PaletteStore {
  readonly open: boolean;
  readonly toggle: () => void;
  readonly close: () => void;
}

export const usePaletteStore = create<PaletteStore>()((set) => ({
  open: false,
  toggle: () => set(({ open }) => ({ open: !open })),
  close: () => set({ open: false }),
}));
