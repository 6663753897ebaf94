import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../shared/contract/models/workspace.ts';
import {
  errorOf,
  firstError,
  initialSettingsState,
  periodError,
  reset,
  settled,
  textOf,
  typed,
} from './settings-state.ts';

const dataset = {
  firstTime: Date.parse('2000-01-03'),
  lastTime: Date.parse('2020-04-17'),
} as Dataset;

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
    expect(firstError(state, dataset)).toBe('Commission: At most 50.');
  });

  it('is forgotten by a reset, which leaves the data set and the theme', () => {
    const edited = typed(typed(initialSettingsState, 'from', '2010-01-01'), 'seed', 'x');
    const chosen = { ...edited, preferences: { ...edited.preferences, datasetId: 'mine' } };
    const state = reset(chosen);
    expect(textOf(state, 'seed')).toBe('1');
    expect(state.preferences.from).toBe('');
    expect(state.preferences.datasetId).toBe('mine');
  });
});

describe('periodError', () => {
  const period = (from: string, to: string) =>
    periodError({ ...initialSettingsState.preferences, from, to }, dataset);
  it.each([
    ['', '', ''],
    ['2010-01-01', '2012-01-01', ''],
    ['2012-01-01', '2010-01-01', 'From lies after To.'],
    ['2021-01-01', '', 'The data runs from 2000-01-03 to 2020-04-17.'],
    ['', '1999-12-31', 'The data runs from 2000-01-03 to 2020-04-17.'],
  ])('of %j to %j is %j', (from, to, message) => {
    expect(period(from, to)).toBe(message);
  });
});
