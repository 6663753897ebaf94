import { describe, expect, it } from 'vitest';
import { defaultPreferences } from '../../../shared/contract/models/workspace.ts';
import { changedItems, isChanged, settingGroups, withDefaults } from './setting-groups.ts';

const everyItem = Object.values(settingGroups).flatMap(({ items }) => items);

describe('the groups', () => {
  it('hold every engine setting and limit, each once', () => {
    const { settings, limits } = defaultPreferences;
    const wanted = [...Object.keys(settings), ...Object.keys(limits)];
    expect(everyItem).toEqual(expect.arrayContaining(wanted));
    expect(new Set(everyItem).size).toBe(everyItem.length);
  });

  it('tell what is changed, and take it back without touching the rest', () => {
    const commission = { kind: 'per-share', perShare: 0.01, minimum: 1 } as const;
    const settings = { ...defaultPreferences.settings, commission, leverage: 2 };
    const limits = { ...defaultPreferences.limits, cpus: 2 };
    const changed = {
      ...defaultPreferences,
      datasetId: 'mine',
      from: '2010-01-01',
      settings,
      limits,
    };
    expect(isChanged(defaultPreferences, 'commission')).toBe(false);
    expect(changedItems(changed, 'costs')).toEqual(['commission']);
    expect(changedItems(changed, 'data')).toEqual(['from']);
    const restored = withDefaults(changed, settingGroups.costs.items);
    expect(restored.settings).toEqual({ ...defaultPreferences.settings, leverage: 2 });
    expect(restored.limits.cpus).toBe(2);
    expect(withDefaults(changed, everyItem)).toEqual({ ...defaultPreferences, datasetId: 'mine' });
  });
});
