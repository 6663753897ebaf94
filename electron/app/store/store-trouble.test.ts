import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, it } from 'vitest';
import { storeTrouble } from './store-trouble.ts';

const folder = mkdtempSync(join(tmpdir(), 'stratbox-trouble-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What SQLite itself throws. */
function thrownBy(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

function fresh(name: string): string {
  const file = join(folder, name);
  const database = new DatabaseSync(file);
  database.exec('CREATE TABLE t (a)');
  database.close();
  return file;
}

it.each<[string, () => void, RegExp]>([
  [
    'full',
    () => {
      const database = new DatabaseSync(fresh('full'));
      database.exec('PRAGMA max_page_count = 2');
      database.exec('INSERT INTO t VALUES (zeroblob(100000))');
    },
    /disk is full.*Free some disk space/,
  ],
  [
    'busy',
    () => {
      const file = fresh('busy');
      const [first, second] = [new DatabaseSync(file), new DatabaseSync(file, { timeout: 0 })];
      first.exec('BEGIN IMMEDIATE');
      second.exec('BEGIN IMMEDIATE');
    },
    /Another Stratbox.*Wait for it/,
  ],
  [
    'read only',
    () => new DatabaseSync(fresh('read-only'), { readOnly: true }).exec('INSERT INTO t VALUES (1)'),
    /does not take what is written.*Check that the data folder/,
  ],
  [
    'no database',
    () => {
      const file = join(folder, 'garbage');
      writeFileSync(file, 'this is no database at all '.repeat(200));
      new DatabaseSync(file).exec('SELECT * FROM sqlite_schema');
    },
    /is damaged.*moved aside, never deleted/,
  ],
])('says what a database that is %s means, and what to do', (_, act, words) => {
  const trouble = storeTrouble(thrownBy(act));
  expect(`${trouble?.message} ${trouble?.hint}`).toMatch(words);
});

it('leaves other errors to others', () => {
  for (const other of [new Error('x'), undefined, null, 'x']) {
    expect(storeTrouble(other)).toBeUndefined();
  }
  expect(storeTrouble(thrownBy(() => new DatabaseSync(':memory:').exec('SELEC')))).toBeUndefined();
});
