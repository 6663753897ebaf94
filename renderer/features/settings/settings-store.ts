import { create } from 'zustand';
import type { Preferences } from '../../../shared/contract/models/workspace.ts';
import { asAppError, call } from '../../api.ts';
import { debounce } from '../../lib/debounce.ts';
import { showError } from '../../ui/toast.ts';
import type { SettingItem } from './setting-groups.ts';
import type { FieldId } from './settings-fields.ts';
import {
  chosen,
  initialSettingsState,
  reset,
  resetItems,
  settled,
  typed,
  type SettingsState,
} from './settings-state.ts';

interface SettingsStore extends SettingsState {
  readonly load: () => Promise<void>;
  readonly update: (changes: Partial<Preferences>) => void;
  /** Remembers one size or open panel of the window. */
  readonly updateLayout: (name: string, value: number | string | boolean) => void;
  readonly type: (id: FieldId, text: string) => void;
  readonly settle: (id: FieldId) => void;
  /** Takes a choice about `item`. */
  readonly choose: (item: SettingItem, changes: Partial<Preferences>) => void;
  readonly resetItems: (items: readonly SettingItem[]) => void;
  readonly resetRunSettings: () => void;
}

export const useSettingsStore = create<SettingsStore>()((set, get) => {
  const change = (next: SettingsState) => {
    set(next);
    savePreferences(next.preferences);
  };
  return {
    ...initialSettingsState,
    async load() {
      try {
        set({ preferences: await call('preferences.read', {}), status: 'ready' });
      } catch (error) {
        set({ status: 'failed' });
        showError(asAppError(error));
      }
    },
    update: (changes) => change({ ...get(), preferences: { ...get().preferences, ...changes } }),
    updateLayout: (name, value) => {
      const { layout } = get().preferences;
      if (layout[name] !== value) get().update({ layout: { ...layout, [name]: value } });
    },
    type: (id, text) => change(typed(get(), id, text)),
    settle: (id) => set(settled(get(), id)),
    choose: (item, changes) => change(chosen(get(), item, changes)),
    resetItems: (items) => change(resetItems(get(), items)),
    resetRunSettings: () => change(reset(get())),
  };
});

const savePreferences = debounce((preferences: Preferences) => {
  call('preferences.update', preferences).catch((error: unknown) => showError(asAppError(error)));
}, 400);

/** Sends the last choices at once, when the window is left. */
export const flushPreferences = (): void => savePreferences.flush();
