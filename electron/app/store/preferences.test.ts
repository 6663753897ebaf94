import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultPreferences } from '../../../shared/contract/models/workspace.ts';
import { databaseFileName } from './open-database.ts';
import { openStore, type Store } from './open-store.ts';

let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stratbox-preferences-'));
  store = openStore(folder);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});
const tamper = (name: string, value: string) => {
  const database = new DatabaseSync(join(folder, databaseFileName));
  database.prepare('INSERT OR REPLACE INTO preferences VALUES (?, ?)').run(name, value);
  database.close();
};

describe('preferences', () => {
  it('start with the defaults', () => {
    expect(store.preferences.read()).toEqual(defaultPreferences);
  });

  it('keep a change and leave the rest alone', () => {
    const expected = {
      ...defaultPreferences,
      theme: 'dark',
      openStrategyId: 'x',
      layout: { a: 1 },
    };
    expect(store.preferences.update({ theme: 'dark', openStrategyId: 'x' }).theme).toBe('dark');
    expect(store.preferences.update({ layout: { a: 1 } })).toEqual(expected);
    store.close();
    store = openStore(folder);
    expect(store.preferences.read()).toEqual(expected);
  });

  it('refuse a wrong value and keep the old one', () => {
    expect(() => store.preferences.update({ theme: 'pink' as 'dark' })).toThrow();
    expect(store.preferences.read().theme).toBe('system');
  });

  it.each([
    ['theme', '"pink"'],
    ['theme', 'no JSON'],
    ['layout', '{"a":{}}'],
    ['settings', 'null'],
    ['__proto__', '{"theme":"dark"}'],
    ['unknown', '1'],
  ])('fall back to the default for a damaged %s: %s', (name, value) => {
    store.preferences.update({ datasetId: 'mine' });
    tamper(name, value);
    expect(store.preferences.read()).toEqual({ ...defaultPreferences, datasetId: 'mine' });
  });

  it('fall back field by field inside the settings', () => {
    tamper('settings', JSON.stringify({ initialCash: 5, commissionRate: 'free', seed: 7 }));
    expect(store.preferences.read().settings).toEqual({
      ...defaultPreferences.settings,
      initialCash: 5,
      seed: 7,
    });
  });
});
