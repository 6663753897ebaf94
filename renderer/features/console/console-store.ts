import { create } from 'zustand';
import type { ConsoleFilter } from './console-lines.ts';

interface ConsoleStore {
  readonly filter: ConsoleFilter;
  readonly setFilter: (filter: ConsoleFilter) => void;
}

export const useConsoleStore = create<ConsoleStore>()((set) => ({
  filter: 'all',
  setFilter: (filter) => set({ filter }),
}));
