import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Metric } from '../../../../shared/contract/models/run.ts';
import { useMetricGroups } from './metric-groups-store.ts';
import { MetricCards } from './metric-cards.tsx';
import { MetricGroups } from './metric-groups.tsx';

const metric = (id: string, group: Metric['group'], changes: Partial<Metric> = {}): Metric => ({
  id,
  group,
  label: id,
  unit: 'ratio',
  formula: 'a / b',
  value: 1.5,
  note: '',
  ...changes,
});
const metrics = [
  metric('total_return', 'Return', { unit: 'percent', value: 0.25 }),
  metric('beta', 'Benchmark'),
  metric('skewness', 'Risk', { value: null, note: 'needs at least 30 returns' }),
  metric('omega_ratio', 'Risk'),
  metric('return_at_twice_costs', 'Costs', { unit: 'percent', value: 0.125 }),
];

describe('MetricCards', () => {
  it('shows the headline figures, and beside the net return what twice the costs leave of it', () => {
    const markup = renderToStaticMarkup(<MetricCards metrics={metrics} />);
    expect(markup).toContain('+25.00%');
    expect(markup).toContain('+12.50% at twice the costs');
    expect(markup).not.toContain('omega_ratio');
  });
});

describe('MetricGroups', () => {
  const markup = renderToStaticMarkup(<MetricGroups metrics={metrics} />);

  it('puts every other figure under its heading, in the order of the headings', () => {
    const headings = [...markup.matchAll(/<h3>(\w+)<\/h3>/g)].map(([, name]) => name);
    expect(headings).toEqual(['Risk', 'Benchmark', 'Costs']);
    expect(markup).toContain('2 figures, 1 n/a');
    expect(markup).not.toContain('metric-total_return');
  });

  it('lets a missing figure be focused, and says why it is missing', () => {
    expect(markup).toMatch(/<button[^>]*aria-label="n\/a: needs at least 30 returns"[^>]*>n\/a</);
  });
});

describe('useMetricGroups', () => {
  it('remembers which groups are open, from run to run', () => {
    const { setOpen } = useMetricGroups.getState();
    setOpen('Trades', true);
    setOpen('Risk', false);
    expect([...useMetricGroups.getState().closed].sort()).toEqual([
      'Benchmark',
      'Costs',
      'Drawdown',
      'Risk',
    ]);
    const before = useMetricGroups.getState().closed;
    setOpen('Risk', false);
    expect(useMetricGroups.getState().closed).toBe(before);
  });
});
