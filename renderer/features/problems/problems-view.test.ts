import { describe, expect, it } from 'vitest';
import { useSettingsStore } from '../settings/settings-store.ts';
import { connectTestApp } from '../../test-bridge.ts';
import { initialProblemsView } from './problem-groups.ts';
import { changeView, viewOf } from './problems-view.ts';

const shown = () => viewOf(useSettingsStore.getState().preferences.layout);

describe('the look of the list', () => {
  it('is as it was left', () => {
    connectTestApp({ 'preferences.update': (changes) => changes });
    const left = {
      grouping: 'rule',
      sorting: 'points',
      filter: 'eval',
      folded: ['rule:dangerous-eval', 'rule:proxy'],
    } as const;
    changeView(left);
    expect(shown()).toEqual(left);
    changeView({ folded: [] });
    expect(shown().folded).toEqual([]);
  });

  it('takes no more room than the layout gives', () => {
    const folded = Array.from({ length: 40 }, (_, index) => `rule:rule-number-${index}`);
    changeView({ folded, filter: 'x'.repeat(1000) });
    expect(shown().folded.at(-1)).toBe('rule:rule-number-39');
    for (const value of Object.values(useSettingsStore.getState().preferences.layout)) {
      expect(String(value).length).toBeLessThanOrEqual(200);
    }
  });

  it('is the first one where something else is in the preferences', () => {
    const layout = {
      'problems:grouping': 'colour',
      'problems:sorting': 7,
      'problems:filter': true,
    };
    expect(viewOf(layout)).toEqual(initialProblemsView);
  });
});
