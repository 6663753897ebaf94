import type { DatabaseSync } from 'node:sqlite';

/** Runs `work` as one transaction that holds the write lock from its start: all of it happens, or nothing. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLite rolls back by itself after some failures (a full disk), and then refuses a second one.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
