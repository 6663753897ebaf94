import { create } from 'zustand';
import type { Connection } from '../../web-bridge.ts';

interface ConnectionStore {
  /** `connecting` only before the first connection; a lost one is `lost` until it stands again. */
  readonly state: 'connecting' | Connection;
  readonly changed: (state: Connection) => void;
}

export const useConnectionStore = create<ConnectionStore>()((set) => ({
  state: 'connecting',
  changed: (next) =>
    set(({ state }) => ({ state: state === 'connecting' && next === 'lost' ? state : next })),
}));

/** What was last heard of the app is not what is so now. */
export function useIsCutOff(): boolean {
  return useConnectionStore(({ state }) => state === 'lost' || state === 'silent');
}
