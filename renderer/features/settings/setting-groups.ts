import type { RunLimits } from '../../../shared/contract/models/run.ts';
import { defaultPreferences, type Preferences } from '../../../shared/contract/models/workspace.ts';
import type { EngineSettings } from '../../../shared/engine/settings.ts';

/** One thing about a run that can differ from its default. */
export type SettingItem =
  | keyof EngineSettings
  | keyof RunLimits
  | 'from'
  | 'to'
  | 'moreDatasetIds'
  | 'tableIds'
  | 'benchmarkDatasetId'
  | 'interval'
  | 'prices'
  | 'trials'
  | 'sandbox';

interface SettingGroup {
  readonly title: string;
  readonly items: readonly SettingItem[];
  /** Folded away until it is asked for, or holds something that needs to be seen. */
  readonly rare: boolean;
}

const group = (title: string, items: readonly SettingItem[], rare = false): SettingGroup => ({
  title,
  items,
  rare,
});

/** The sheet's groups. The main data set is a choice, not a deviation, so it belongs to none. */
export const settingGroups = {
  data: group('Data', [
    'from',
    'to',
    'interval',
    'prices',
    'moreDatasetIds',
    'benchmarkDatasetId',
    'tableIds',
  ]),
  money: group('Money', ['initialCash']),
  costs: group('Costs', ['commission', 'slippage', 'spreadRate']),
  orders: group('Orders', ['fillAt', 'atEnd', 'lotSize', 'tickSize', 'volumeCap']),
  margin: group(
    'Margin and interest',
    ['leverage', 'maintenanceMargin', 'borrowRate', 'cashInterestRate', 'marginInterestRate'],
    true,
  ),
  figures: group('Figures', ['riskFreeRate', 'timeZone', 'sessionStart', 'trials'], true),
  sandbox: group(
    'Sandbox',
    ['sandbox', 'network', 'timeLimitSeconds', 'memoryMegabytes', 'cpus', 'seed'],
    true,
  ),
} satisfies Record<string, SettingGroup>;
export type GroupId = keyof typeof settingGroups;

/** Whether the item differs from what a fresh installation has. */
export function isChanged(preferences: Preferences, item: SettingItem): boolean {
  return valueText(preferences, item) !== valueText(defaultPreferences, item);
}

export function changedItems(preferences: Preferences, id: GroupId): readonly SettingItem[] {
  return settingGroups[id].items.filter((item) => isChanged(preferences, item));
}

/** The preferences with these items as they come. */
export function withDefaults(preferences: Preferences, items: readonly SettingItem[]): Preferences {
  const restored = <Part extends object>(part: Part, initial: Part): Part => {
    const entries = Object.entries(initial).filter(([name]) => items.some((item) => item === name));
    return { ...part, ...Object.fromEntries(entries) };
  };
  const { settings, limits } = defaultPreferences;
  return {
    ...restored(preferences, defaultPreferences),
    settings: restored(preferences.settings, settings),
    limits: restored(preferences.limits, limits),
  };
}

function valueText(preferences: Preferences, item: SettingItem): string {
  const { settings, limits, ...rest } = preferences;
  return JSON.stringify({ ...rest, ...settings, ...limits }[item]);
}
