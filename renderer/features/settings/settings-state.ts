import {
  defaultPreferences,
  type Dataset,
  type Preferences,
} from '../../../shared/contract/models/workspace.ts';
import { numberFields, type NumberFieldId } from './number-fields.ts';
import { formatNumber, parseDate, parseNumber } from './settings-fields.ts';

export type DateFieldId = 'from' | 'to';
export type TextFieldId = NumberFieldId | DateFieldId;

export interface SettingsState {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly preferences: Preferences;
  /** What is being typed and not understood yet, by field; everything else is in `preferences`. */
  readonly unfinished: Readonly<Partial<Record<TextFieldId, string>>>;
}

export const initialSettingsState: SettingsState = {
  status: 'loading',
  preferences: defaultPreferences,
  unfinished: {},
};

/** The text that a field shows. */
export function textOf({ preferences, unfinished }: SettingsState, id: TextFieldId): string {
  const typed = unfinished[id];
  if (typed !== undefined) return typed;
  if (id === 'from' || id === 'to') return preferences[id];
  const field = numberFields[id];
  return formatNumber(field.read(preferences), field.scale);
}

/** Takes what was typed: the text is kept as it is, its value only when it can be used. */
export function typed(state: SettingsState, id: TextFieldId, text: string): SettingsState {
  const unfinished = { ...state.unfinished, [id]: text };
  const { preferences } = state;
  if (id === 'from' || id === 'to') {
    const date = parseDate(text);
    const changed = date.ok ? { ...preferences, [id]: date.value } : preferences;
    return { ...state, unfinished, preferences: changed };
  }
  const field = numberFields[id];
  const number = parseNumber(text, field);
  const changed = number.ok
    ? { ...preferences, ...field.write(preferences, number.value) }
    : preferences;
  return { ...state, unfinished, preferences: changed };
}

/** The field was left: a usable text is replaced by its value in print, a wrong one stays to be seen. */
export function settled(state: SettingsState, id: TextFieldId): SettingsState {
  if (errorOf(state, id) !== '') return state;
  const unfinished = { ...state.unfinished };
  delete unfinished[id];
  return { ...state, unfinished };
}

/** Why the field's text cannot be used, or ''. */
export function errorOf(state: SettingsState, id: TextFieldId): string {
  const text = state.unfinished[id];
  if (text === undefined) return '';
  const parsed =
    id === 'from' || id === 'to' ? parseDate(text) : parseNumber(text, numberFields[id]);
  return parsed.ok ? '' : parsed.error;
}

/** Why the period cannot be run on this data, or ''. */
export function periodError({ from, to }: Preferences, dataset: Dataset | undefined): string {
  if (from !== '' && to !== '' && from > to) return 'From lies after To.';
  if (!dataset) return '';
  const first = isoDate(dataset.firstTime);
  const last = isoDate(dataset.lastTime);
  if ((from !== '' && from > last) || (to !== '' && to < first)) {
    return `The data runs from ${first} to ${last}.`;
  }
  return '';
}

/** The first thing that keeps a run from starting, naming its field, or ''. */
export function firstError(state: SettingsState, dataset: Dataset | undefined): string {
  for (const id of Object.keys(state.unfinished) as TextFieldId[]) {
    const error = errorOf(state, id);
    if (error !== '') return `${labelOf(id)}: ${error}`;
  }
  return periodError(state.preferences, dataset);
}

export function isoDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function labelOf(id: TextFieldId): string {
  if (id === 'from') return 'From';
  if (id === 'to') return 'To';
  return numberFields[id].label;
}

/** The run's settings as they come; data set, theme and layout stay. */
export function reset(state: SettingsState): SettingsState {
  const { settings, limits, sandbox, from, to } = defaultPreferences;
  const { moreDatasetIds, benchmarkDatasetId, interval, prices, trials } = defaultPreferences;
  return {
    ...state,
    unfinished: {},
    preferences: {
      ...state.preferences,
      ...{ settings, limits, sandbox, from, to },
      ...{ moreDatasetIds, benchmarkDatasetId, interval, prices, trials },
    },
  };
}
