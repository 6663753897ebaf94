import { describe, expect, it } from 'vitest';
import { firstCommissions, withCosts } from './fields/cost-fields.ts';
import { settingGroups } from './setting-groups.ts';
import {
  chosen,
  errorOf,
  firstError,
  hasError,
  initialSettingsState,
  reset,
  resetItems,
  settled,
  textOf,
  typed,
} from './settings-state.ts';

const noData = { datasets: [], tables: [] };

describe('a setting that is typed', () => {
  it('takes effect as soon as it can be used, and keeps its text until it is left', () => {
    const state = typed(initialSettingsState, 'initialCash', '5000');
    expect(state.preferences.settings.initialCash).toBe(5000);
    expect(textOf(state, 'initialCash')).toBe('5000');
    expect(textOf(settled(state, 'initialCash'), 'initialCash')).toBe('5,000');
  });

  it('keeps the last good value while the text is wrong, and says so by name', () => {
    const state = settled(typed(initialSettingsState, 'commissionRate', '60'), 'commissionRate');
    expect(state.preferences.settings.commission).toEqual({ kind: 'percent', rate: 0.0005 });
    expect(errorOf(state, 'commissionRate')).toBe('At most 50.');
    expect(firstError(state, noData)).toBe('Commission rate: At most 50.');
    expect(hasError(state, settingGroups.costs.items)).toBe(true);
    expect(hasError(state, settingGroups.orders.items)).toBe(false);
  });

  it('is forgotten when another kind is chosen, and does not stop a run from out of sight', () => {
    const wrong = typed(initialSettingsState, 'commissionRate', 'x');
    const changes = withCosts(wrong.preferences, { commission: firstCommissions['per-share'] });
    const state = chosen(wrong, 'commission', changes);
    expect(firstError(state, noData)).toBe('');
    expect(state.unfinished).toEqual({});
  });

  it('is forgotten by a reset, which leaves the data set and the theme', () => {
    const edited = typed(typed(initialSettingsState, 'from', '2010-01-01'), 'seed', 'x');
    const other = { ...edited, preferences: { ...edited.preferences, datasetId: 'mine' } };
    const state = reset(other);
    expect(textOf(state, 'seed')).toBe('1');
    expect(state.preferences.from).toBe('');
    expect(state.preferences.datasetId).toBe('mine');
  });

  it('stays when another group is reset', () => {
    const edited = typed(typed(initialSettingsState, 'leverage', '2'), 'seed', 'x');
    const state = resetItems(edited, settingGroups.margin.items);
    expect(state.preferences.settings.leverage).toBe(1);
    expect(textOf(state, 'seed')).toBe('x');
  });
});

describe('the network', () => {
  const choose = (sandbox: 'auto' | 'embedded', network: 'none' | 'bridge') => {
    const limits = { ...initialSettingsState.preferences.limits, network };
    return chosen(initialSettingsState, 'network', { sandbox, limits });
  };

  it('is none by default, and a deviation that a reset takes back', () => {
    expect(initialSettingsState.preferences.limits.network).toBe('none');
    const state = choose('auto', 'bridge');
    expect(firstError(state, noData)).toBe('');
    expect(reset(state).preferences.limits.network).toBe('none');
  });

  it('cannot be had in the embedded sandbox', () => {
    expect(firstError(choose('embedded', 'bridge'), noData)).toBe(
      'The embedded sandbox never has a network.',
    );
    expect(firstError(choose('embedded', 'none'), noData)).toBe('');
  });
});
