import { defaultPreferences, type Preferences } from '../../../shared/contract/models/workspace.ts';
import { dataError, type Catalog } from './data-error.ts';
import { sandboxError } from './sandbox-error.ts';
import { settingGroups, withDefaults, type SettingItem } from './setting-groups.ts';
import { fieldNamed, type FieldId } from './settings-fields.ts';

export interface SettingsState {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly preferences: Preferences;
  /** What is being typed and not understood yet, by field; everything else is in `preferences`. */
  readonly unfinished: Readonly<Partial<Record<FieldId, string>>>;
}

export const initialSettingsState: SettingsState = {
  status: 'loading',
  preferences: defaultPreferences,
  unfinished: {},
};

/** The text that a field shows. */
export function textOf({ preferences, unfinished }: SettingsState, id: FieldId): string {
  return unfinished[id] ?? fieldNamed(id, preferences).print(preferences);
}

/** Takes what was typed: the text is kept as it is, its value only when it can be used. */
export function typed(state: SettingsState, id: FieldId, text: string): SettingsState {
  const unfinished: SettingsState['unfinished'] = { ...state.unfinished, [id]: text };
  let { preferences } = state;
  const { item } = fieldNamed(id, preferences);
  // What one field takes may make another's text usable: the bounds of tiers depend on each other.
  const ids = (Object.keys(unfinished) as FieldId[]).filter(
    (other) => other === id || fieldNamed(other, preferences).item === item,
  );
  for (const other of [id, ...ids]) {
    const taken = fieldNamed(other, preferences).take(unfinished[other] ?? '', preferences);
    if (taken.ok) preferences = { ...preferences, ...taken.value };
  }
  return { ...state, unfinished, preferences };
}

/** The field was left: a usable text is replaced by its value in print, a wrong one stays to be seen. */
export function settled(state: SettingsState, id: FieldId): SettingsState {
  if (errorOf(state, id) !== '') return state;
  const unfinished = { ...state.unfinished };
  delete unfinished[id];
  return { ...state, unfinished };
}

/** Something was chosen, not typed: what was being typed about the same item is over. */
export function chosen(
  state: SettingsState,
  item: SettingItem,
  changes: Partial<Preferences>,
): SettingsState {
  const preferences = { ...state.preferences, ...changes };
  return { ...state, preferences, unfinished: textsWithout(state, [item]) };
}

/** Why the field's text cannot be used, or ''. */
export function errorOf({ unfinished, preferences }: SettingsState, id: FieldId): string {
  const text = unfinished[id];
  const field = fieldNamed(id, preferences);
  if (text === undefined || !field.applies(preferences)) return '';
  const taken = field.take(text, preferences);
  return taken.ok ? '' : taken.error;
}

/** The first thing that keeps a run from starting, naming its field, or ''. */
export function firstError(state: SettingsState, catalog: Catalog): string {
  for (const id of Object.keys(state.unfinished) as FieldId[]) {
    const error = errorOf(state, id);
    if (error !== '') return `${fieldNamed(id, state.preferences).label}: ${error}`;
  }
  return dataError(state.preferences, catalog) || sandboxError(state.preferences);
}

/** Whether a text about one of these items cannot be used. */
export function hasError(state: SettingsState, items: readonly SettingItem[]): boolean {
  return (Object.keys(state.unfinished) as FieldId[]).some(
    (id) => items.includes(fieldNamed(id, state.preferences).item) && errorOf(state, id) !== '',
  );
}

/** These items as they come; what was being typed about them is forgotten. */
export function resetItems(state: SettingsState, items: readonly SettingItem[]): SettingsState {
  return {
    ...state,
    preferences: withDefaults(state.preferences, items),
    unfinished: textsWithout(state, items),
  };
}

/** The run's settings as they come; data set, theme and layout stay. */
export function reset(state: SettingsState): SettingsState {
  return resetItems(
    state,
    Object.values(settingGroups).flatMap(({ items }) => items),
  );
}

function textsWithout(
  { unfinished, preferences }: SettingsState,
  items: readonly SettingItem[],
): SettingsState['unfinished'] {
  const kept = Object.entries(unfinished).filter(
    ([id]) => !items.includes(fieldNamed(id as FieldId, preferences).item),
  );
  return Object.fromEntries(kept);
}
