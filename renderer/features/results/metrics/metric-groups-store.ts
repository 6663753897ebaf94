import { create } from 'zustand';
import type { MetricGroup } from '../../../../shared/metrics/groups.ts';

interface MetricGroupsState {
  readonly closed: ReadonlySet<MetricGroup>;
  readonly setOpen: (group: MetricGroup, open: boolean) => void;
}

/** Which groups of figures are closed: what an analyst does not look at in one run, not in the next. */
export const useMetricGroups = create<MetricGroupsState>((set) => ({
  closed: new Set<MetricGroup>(['Drawdown', 'Trades', 'Benchmark', 'Costs']),
  setOpen: (group, open) =>
    set(({ closed }) => {
      if (closed.has(group) !== open) return {};
      const after = new Set(closed);
      if (open) after.delete(group);
      else after.add(group);
      return { closed: after };
    }),
}));
