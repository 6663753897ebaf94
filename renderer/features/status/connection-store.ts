import { create } from 'zustand';

interface ConnectionStore {
  /** `connecting` only before the first connection; a lost one is `lost` until it stands again. */
  readonly state: 'connecting' | 'connected' | 'lost';
  readonly changed: (connected: boolean) => void;
}

export const useConnectionStore = create<ConnectionStore>()((set) => ({
  state: 'connecting',
  changed: (connected) =>
    set(({ state }) => ({
      state: connected ? 'connected' : state === 'connecting' ? 'connecting' : 'lost',
    })),
}));
