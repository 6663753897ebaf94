import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseFileName } from './open-database.ts';
import { openStore, type Store } from './open-store.ts';

let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stratbox-strategies-'));
  store = openStore(folder);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});
const save = (name: string, source = 'x', id?: string) =>
  store.strategies.save({ ...(id && { id }), name, language: 'javascript', source });
const names = () => store.strategies.list().map(({ name }) => name);

describe('the library', () => {
  it('keeps a new strategy and gives it back', () => {
    const saved = save('Cross', 'one');
    expect(saved).toMatchObject({ name: 'Cross', kind: 'saved', source: 'one', draft: null });
    expect(store.strategies.read(saved.id)).toEqual(saved);
  });

  it('lists by name without the sources', () => {
    for (const name of ['beta', 'Alpha', 'gamma']) save(name);
    expect(names()).toEqual(['Alpha', 'beta', 'gamma']);
    expect(store.strategies.list()[0]).not.toHaveProperty('source');
  });

  it('numbers the names of copies, within the longest name there may be', () => {
    expect([save('Cross'), save('cross'), save('Cross')].map(({ name }) => name)).toEqual([
      'Cross',
      'cross 2',
      'Cross 3',
    ]);
    save('n'.repeat(120));
    expect(save('n'.repeat(120)).name).toBe(`${'n'.repeat(118)} 2`);
  });

  it('overwrites by id under the name that was given', () => {
    const { id } = save('Cross', 'one');
    expect(save('Cross', 'two', id)).toMatchObject({ id, name: 'Cross', source: 'two' });
    expect(names()).toEqual(['Cross']);
  });

  it('renames', () => {
    const { id } = save('Cross');
    expect(store.strategies.rename(id, 'Crossing')).toMatchObject({ id, name: 'Crossing' });
  });

  it('refuses a name that another strategy has', () => {
    save('Cross');
    const { id } = save('Breakout');
    expect(() => store.strategies.rename(id, 'cross')).toThrow('another strategy with the name');
    expect(store.strategies.rename(id, 'BREAKOUT').name).toBe('BREAKOUT');
    expect(names()).toEqual(['BREAKOUT', 'Cross']);
  });

  it('removes, and brings back what was removed', () => {
    const { id } = save('Cross', 'one');
    store.strategies.remove(id);
    expect(names()).toEqual([]);
    expect(store.strategies.read(id)).toBeUndefined();
    expect(store.strategies.restore(id)).toMatchObject({ id, name: 'Cross' });
    expect(store.strategies.read(id)?.source).toBe('one');
  });

  it('says so when a strategy is not there', () => {
    const id = randomUUID();
    for (const attempt of [
      () => save('New', 'x', id),
      () => store.strategies.rename(id, 'New'),
      () => store.strategies.remove(id),
      () => store.strategies.restore(id),
    ]) {
      expect(attempt).toThrow('not in the library');
    }
    expect(names()).toEqual([]);
  });

  it('shows the others when one was tampered with', () => {
    const { id } = save('Bad');
    save('Good');
    const database = new DatabaseSync(join(folder, databaseFileName));
    database.prepare(`UPDATE strategies SET language = 'cobol' WHERE id = ?`).run(id);
    database.close();
    expect(names()).toEqual(['Good']);
    expect(() => store.strategies.read(id)).toThrow('damaged');
  });
});

describe('two windows on one strategy', () => {
  it('are told apart by what each has read: nothing is overwritten without a word', () => {
    const { id, revision } = save('Cross', 'one');
    const mine = store.strategies.saveDraft(id, 'mine', { revision });
    const late = () => store.strategies.saveDraft(id, 'theirs', { revision });
    expect(late).toThrow('changed in another window');
    const saveAs = (based?: string) =>
      store.strategies.save({
        id,
        name: 'Cross',
        language: 'javascript',
        source: 'theirs',
        ...(based && { revision: based }),
      });
    expect(() => saveAs(revision)).toThrow('changed in another window');
    expect(store.strategies.read(id)).toMatchObject({ source: 'one', draft: 'mine' });
    expect(saveAs(mine)).toMatchObject({ source: 'theirs', draft: null });
    expect(() => saveAs(mine)).toThrow('changed in another window');
    expect(saveAs()).toMatchObject({ source: 'theirs' });
  });

  it('agree again when they come to the same text', () => {
    const { id, revision } = save('Cross', 'one');
    store.strategies.saveDraft(id, 'two', { revision });
    store.strategies.saveDraft(id, null);
    expect(store.strategies.saveDraft(id, 'three', { revision })).toBe(
      store.strategies.read(id)?.revision,
    );
  });

  it('are told apart on an example as well', () => {
    const savedText = 'example';
    const first = store.strategies.saveDraft('example:x', 'a', { savedText });
    store.strategies.saveDraft('example:x', 'b', { savedText, revision: first });
    const late = () => store.strategies.saveDraft('example:x', 'c', { savedText, revision: first });
    expect(late).toThrow('changed in another window');
  });
});

describe('drafts', () => {
  it('outlive the window and are dropped by saving', () => {
    const { id } = save('Cross', 'one');
    store.strategies.saveDraft(id, 'two');
    store.close();
    store = openStore(folder);
    expect(store.strategies.read(id)).toMatchObject({ draft: 'two', hasDraft: true });
    expect(save('Cross', 'two', id)).toMatchObject({ draft: null, hasDraft: false });
  });

  it('are kept for examples too', () => {
    store.strategies.saveDraft('example:sma-cross', 'edited');
    store.strategies.saveDraft('example:sma-cross', 'edited again');
    expect(store.strategies.drafts.read('example:sma-cross')).toBe('edited again');
    expect([...store.strategies.drafts.ids()]).toEqual(['example:sma-cross']);
    store.strategies.saveDraft('example:sma-cross', null);
    expect(store.strategies.drafts.read('example:sma-cross')).toBeNull();
  });

  it('are none when the text is the saved one again', () => {
    const { id } = save('Cross', 'one');
    store.strategies.saveDraft(id, 'two');
    store.strategies.saveDraft(id, 'one');
    expect(store.strategies.list()[0]?.hasDraft).toBe(false);
  });

  it('keep an empty text: deleting everything is an edit', () => {
    const { id } = save('Cross', 'one');
    store.strategies.saveDraft(id, '');
    expect(store.strategies.read(id)).toMatchObject({ draft: '', hasDraft: true });
  });
});
