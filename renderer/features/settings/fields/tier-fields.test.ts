import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../../shared/contract/models/settings.ts';
import { defaultPreferences } from '../../../../shared/contract/models/workspace.ts';
import { initialSettingsState, typed, type SettingsState } from '../settings-state.ts';
import { firstCommissions, withCosts } from './cost-fields.ts';
import { maximumTiers, tiersOf, withTierAdded, withTierRemoved } from './tier-fields.ts';

const tiered = {
  ...defaultPreferences,
  ...withCosts(defaultPreferences, { commission: firstCommissions.tiered }),
};
const state: SettingsState = {
  ...initialSettingsState,
  preferences: { ...tiered, ...withTierAdded(tiered) },
};

describe('the table of tiers', () => {
  it('grows before the last tier, which has no bound', () => {
    expect(tiersOf(state.preferences)).toEqual([
      { upTo: 10_000, rate: 0.001 },
      { upTo: 20_000, rate: 0.0005 },
      { upTo: null, rate: 0.0005 },
    ]);
  });

  it('keeps to what the contract takes, however it is edited', () => {
    let preferences = tiered;
    for (let count = 0; count < 30; count += 1) {
      preferences = { ...preferences, ...withTierAdded(preferences) };
      expect(settingsSchema.safeParse(preferences.settings).success).toBe(true);
    }
    expect(tiersOf(preferences)).toHaveLength(maximumTiers);
    for (let count = 0; count < 30; count += 1) {
      preferences = { ...preferences, ...withTierRemoved(preferences, 0) };
      expect(settingsSchema.safeParse(preferences.settings).success).toBe(true);
    }
    expect(tiersOf(preferences)).toEqual([{ upTo: null, rate: 0.0005 }]);
  });

  it('takes a bound only between its neighbours', () => {
    expect(tiersOf(typed(state, 'tierUpTo.0', '20,000').preferences)[0]?.upTo).toBe(10_000);
    expect(tiersOf(typed(state, 'tierUpTo.0', '15,000').preferences)[0]?.upTo).toBe(15_000);
  });

  it('takes a refused bound as soon as its neighbour makes room', () => {
    const first = typed(state, 'tierUpTo.0', '30000');
    const second = typed(first, 'tierUpTo.1', '50000');
    expect(tiersOf(second.preferences).map(({ upTo }) => upTo)).toEqual([30_000, 50_000, null]);
  });
});
