import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseFileName } from './open-database.ts';
import { openStore } from './open-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stratbox-acceptances-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function withStore<Result>(work: (store: ReturnType<typeof openStore>) => Result): Result {
  const store = openStore(folder);
  try {
    return work(store);
  } finally {
    store.close();
  }
}

function sql(statement: string): void {
  const database = new DatabaseSync(join(folder, databaseFileName));
  database.exec(statement);
  database.close();
}

const acceptance = {
  sourceHash: 'a'.repeat(64),
  policyHash: 'b'.repeat(64),
  reason: 'It is my own.',
  acceptedAt: 1,
  findings: [{ ruleId: 'reflect', points: 15, line: 1, column: 1, endLine: 1, endColumn: 8 }],
};
const { sourceHash } = acceptance;

describe('acceptances', () => {
  it('are kept over sessions, the newest of each text, until they are removed', () => {
    withStore(({ acceptances }) => {
      expect(acceptances.find(sourceHash)).toBeUndefined();
      acceptances.keep({ ...acceptance, reason: 'An earlier word.' });
      acceptances.keep(acceptance);
    });
    withStore(({ acceptances }) => {
      expect(acceptances.find(sourceHash)).toEqual(acceptance);
      acceptances.remove(sourceHash);
      expect(acceptances.find(sourceHash)).toBeUndefined();
    });
  });

  it.each(['{', '{}', '[]', `{"sourceHash":"${'c'.repeat(64)}","reason":"another text"}`])(
    'that are damaged accept nothing: %s',
    (text) => {
      withStore(({ acceptances }) => acceptances.keep(acceptance));
      sql(`UPDATE acceptances SET acceptance = '${text}'`);
      withStore(({ acceptances }) => expect(acceptances.find(sourceHash)).toBeUndefined());
    },
  );

  it('find their place in a database of the first version', () => {
    withStore(() => undefined);
    sql('DROP TABLE acceptances; PRAGMA user_version = 1');
    withStore(({ acceptances }) => {
      acceptances.keep(acceptance);
      expect(acceptances.find(sourceHash)).toEqual(acceptance);
    });
  });
});
