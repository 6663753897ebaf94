import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '../../../shared/contract/errors.ts';
import { migrate } from './migrations.ts';

export const databaseFileName = 'stratbox.db';

export interface OpenedDatabase {
  readonly database: DatabaseSync;
  /** Where a damaged database was moved to when this one was started afresh, else null. */
  readonly recoveredFrom: string | null;
}

/** How long a write waits for another window or the CLI to finish its own. */
const busyTimeoutMilliseconds = 5_000;

/** Reading every page of a larger file would delay the start; its damage shows when it is read. */
const largestCheckedBytes = 64_000_000;

/**
 * Opens the database in `folder`, creating both when missing and bringing the tables up to date.
 * A damaged file is moved aside, never deleted, and a new one is started.
 * @throws {AppError} if the folder cannot be used or a newer Stratbox wrote the file.
 */
export function openDatabase(folder: string): OpenedDatabase {
  const file = join(folder, databaseFileName);
  try {
    // Strategies and results are private: nobody else on the machine may list or read them.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw cannotOpen(file, error);
  }
  try {
    return { database: open(file), recoveredFrom: null };
  } catch (error) {
    if (!isDamage(error)) throw cannotOpen(file, error);
    const recoveredFrom = moveAside(file);
    return { database: open(file), recoveredFrom };
  }
}

function open(file: string): DatabaseSync {
  const database = new DatabaseSync(file, {
    timeout: busyTimeoutMilliseconds,
    enableForeignKeyConstraints: true,
  });
  try {
    // A hostile file must not run functions of its own schema's choosing.
    database.exec('PRAGMA trusted_schema = OFF');
    database.exec('PRAGMA journal_mode = WAL');
    // With WAL a power cut may lose the last transaction but cannot damage the file.
    database.exec('PRAGMA synchronous = NORMAL');
    if (statSync(file).size <= largestCheckedBytes) refuseDamaged(database);
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

class DamagedDatabase extends Error {}

function refuseDamaged(database: DatabaseSync): void {
  const answer = database.prepare('PRAGMA quick_check(1)').get();
  if (answer?.['quick_check'] !== 'ok') {
    throw new DamagedDatabase(String(answer?.['quick_check']));
  }
}

/** SQLITE_CORRUPT and SQLITE_NOTADB, whose extended codes keep the primary one in the low byte. */
function isDamage(error: unknown): boolean {
  if (error instanceof DamagedDatabase) return true;
  const code = (error as { errcode?: unknown }).errcode;
  return typeof code === 'number' && [11, 26].includes(code & 0xff);
}

function moveAside(file: string): string {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  let target = `${file}.corrupt-${stamp}`;
  for (let count = 2; existsSync(target); count += 1) {
    target = `${file}.corrupt-${stamp}-${count}`;
  }
  renameSync(file, target);
  // The write-ahead log belongs to the damaged file: left behind, it would be applied to the new one.
  for (const suffix of ['-wal', '-shm']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, target + suffix);
  }
  return target;
}

function cannotOpen(file: string, error: unknown): AppError {
  if (error instanceof AppError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new AppError(
    'internal',
    `The database ${file} cannot be opened: ${reason}.`,
    'Check that its folder exists, that you may write to it and that the disk is not full.',
  );
}
