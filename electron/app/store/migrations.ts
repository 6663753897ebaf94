import type { DatabaseSync } from 'node:sqlite';
import { AppError } from '../../../shared/contract/errors.ts';
import { acceptanceTables } from './acceptances.ts';
import { auditTables } from './audit.ts';
import { preferenceTables } from './preferences.ts';
import { runTables } from './runs.ts';
import { strategyTables } from './strategies.ts';
import { inTransaction } from './transaction.ts';

/** One entry a version, applied in order. Never edit a released one: add the next. */
const migrations: readonly string[] = [
  [runTables, strategyTables, preferenceTables, auditTables].join('\n'),
  acceptanceTables,
];

/**
 * Brings the tables up to this version of the app; each step happens whole or not at all.
 * @throws {AppError} if the file comes from a newer version, whose tables are unknown here.
 */
export function migrate(database: DatabaseSync): void {
  if (versionOf(database) === migrations.length) return;
  inTransaction(database, () => {
    // Read again inside the transaction: another process may have migrated meanwhile.
    const version = versionOf(database);
    if (version > migrations.length) {
      throw new AppError(
        'conflict',
        `The database was written by a newer Stratbox (format ${version}; this one knows ${migrations.length}).`,
        'Update Stratbox, or start it with another data folder.',
      );
    }
    for (const statements of migrations.slice(version)) database.exec(statements);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
}
