import { create } from 'zustand';

/** What was refused because another window had changed the strategy meanwhile. */
export type RefusedWrite = 'draft' | 'save';

interface ConflictStore {
  /** By strategy id; its texts are not sent until a person has decided. */
  readonly refused: Readonly<Record<string, RefusedWrite>>;
  /** The strategy that the window asks about. */
  readonly askingId: string | null;
  readonly raise: (id: string, write: RefusedWrite) => void;
  /** Leaves the question for later; saving asks again. */
  readonly postpone: () => void;
  readonly settle: (id: string) => void;
}

export const useConflictStore = create<ConflictStore>()((set) => ({
  refused: {},
  askingId: null,
  raise: (id, write) =>
    set(({ refused }) => ({ refused: { ...refused, [id]: write }, askingId: id })),
  postpone: () => set({ askingId: null }),
  settle: (settledId) =>
    set(({ refused, askingId }) => ({
      refused: Object.fromEntries(Object.entries(refused).filter(([id]) => id !== settledId)),
      askingId: askingId === settledId ? null : askingId,
    })),
}));

export function isRefused(id: string): boolean {
  return useConflictStore.getState().refused[id] !== undefined;
}
