import { create } from 'zustand';

interface RulesPageStore {
  readonly open: boolean;
  /** The rule that is shown; null: the policy. */
  readonly ruleId: string | null;
  /** Opens the page, at a rule where one is named. */
  readonly show: (ruleId?: string) => void;
  readonly select: (ruleId: string | null) => void;
  readonly close: () => void;
}

/** Which rule the Rules page shows, from wherever it was opened. */
export const useRulesPageStore = create<RulesPageStore>()((set) => ({
  open: false,
  ruleId: null,
  show: (ruleId) => set({ open: true, ruleId: ruleId ?? null }),
  select: (ruleId) => set({ ruleId }),
  close: () => set({ open: false }),
}));
