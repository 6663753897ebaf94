import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/contract/errors.ts';
import { databaseFileName } from './open-database.ts';
import { openStore } from './open-store.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stratbox-store-'));
  file = join(folder, databaseFileName);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('openStore', () => {
  it('creates a folder that only its owner can enter', () => {
    const inner = join(folder, 'deep', 'data');
    openStore(inner).close();
    if (process.platform !== 'win32') expect(statSync(inner).mode & 0o777).toBe(0o700);
    expect(readdirSync(inner)).toEqual([databaseFileName]);
  });

  it('lets the window and the CLI have it open at once', () => {
    const [first, second] = [openStore(folder), openStore(folder)];
    first.strategies.save({ name: 'Shared', language: 'javascript', source: '' });
    second.audit.append('test.happened', {});
    expect(second.strategies.list().map(({ name }) => name)).toEqual(['Shared']);
    first.close();
    second.close();
  });

  it.each([
    ['text', () => Buffer.from('this is no database at all '.repeat(200))],
    ['a damaged header', () => damage(readFileSync(file), 16, 100)],
    ['damaged pages', () => damage(readFileSync(file), 4096, 3 * 4096)],
    ['a cut file', () => readFileSync(file).subarray(0, 5000)],
  ])('moves %s aside, starts afresh and says so', (_, bytes) => {
    openStore(folder).close();
    const damaged = bytes();
    writeFileSync(file, damaged);

    const store = openStore(folder);
    expect(store.recoveredFrom).toMatch(/stratbox\.db\.corrupt-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d$/);
    expect(readFileSync(String(store.recoveredFrom))).toEqual(damaged);
    expect(store.audit.list(1)[0]?.event).toBe('store.recovered');
    store.close();

    const again = openStore(folder);
    expect(again.recoveredFrom).toBeNull();
    again.close();
  });

  it('refuses a database of a newer Stratbox and leaves it alone', () => {
    openStore(folder).close();
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(() => openStore(folder)).toThrow(AppError);
    expect(() => openStore(folder)).toThrow('written by a newer Stratbox');
    expect(readdirSync(folder)).toEqual([databaseFileName]);
  });

  it('says what is wrong when the folder is a file', () => {
    writeFileSync(join(folder, 'taken'), '');
    expect(() => openStore(join(folder, 'taken'))).toThrow(/taken.*cannot be opened: .*EEXIST/);
  });
});

function damage(bytes: Buffer, from: number, to: number): Buffer {
  return bytes.fill(0xa5, from, to);
}
