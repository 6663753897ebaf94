import { describe, expect, it } from 'vitest';
import { connectTestApp } from '../../test-bridge.ts';
import { flushPreferences, useSettingsStore } from './settings-store.ts';

describe('the choices of the window', () => {
  it('are sent at once when it is left, however short ago they were made', () => {
    const { asked } = connectTestApp({});
    useSettingsStore.getState().updateLayout('panel', 'console');
    expect(asked).toEqual([]);
    flushPreferences();
    expect(asked).toMatchObject([
      { name: 'preferences.update', input: { layout: { panel: 'console' } } },
    ]);
    flushPreferences();
    expect(asked).toHaveLength(1);
  });
});
