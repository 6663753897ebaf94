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
  folder = mkdtempSync(join(tmpdir(), 'stratbox-audit-'));
  store = openStore(folder);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

describe('the audit log', () => {
  it('lists the newest entries first', () => {
    for (const step of [1, 2, 3]) store.audit.append('run.executed', { step });
    const entries = store.audit.list(2);
    expect(entries.map(({ detail }) => detail)).toEqual([{ step: 3 }, { step: 2 }]);
    expect(entries[0]?.at).toBeGreaterThan(Date.now() - 60_000);
  });

  it('tells the newest entry of one kind', () => {
    for (const step of [1, 2]) store.audit.append('policy.changed', { step });
    store.audit.append('run.executed', {});
    expect(store.audit.newest('policy.changed')).toMatchObject({ detail: { step: 2 } });
    expect(store.audit.newest('review.revoked')).toBeUndefined();
  });

  it('lists some kinds among many', () => {
    for (const event of ['image.built', 'run.executed', 'image.removed']) {
      store.audit.append(event, {});
    }
    const listed = store.audit.listOf(['image.built', 'image.removed', 'image.saved'], 10);
    expect(listed.map(({ event }) => event)).toEqual(['image.removed', 'image.built']);
    expect(store.audit.listOf(['image.built', 'image.removed'], 1)).toHaveLength(1);
  });

  it.each([
    'UPDATE audit SET event = 0',
    'DELETE FROM audit',
    'REPLACE INTO audit VALUES (1,1,1,1)',
  ])('cannot be rewritten: %s', (statement) => {
    store.audit.append('finding.accepted', { reason: 'mine' });
    const database = new DatabaseSync(join(folder, databaseFileName));
    expect(() => database.exec(statement)).toThrow();
    database.close();
    expect(store.audit.list(10)).toMatchObject([{ detail: { reason: 'mine' } }]);
  });
});
