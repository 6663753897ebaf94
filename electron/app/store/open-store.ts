import { createAcceptanceStore, type AcceptanceStore } from './acceptances.ts';
import { createAuditLog, type AuditLog } from './audit.ts';
import { openDatabase } from './open-database.ts';
import { createPreferenceStore, type PreferenceStore } from './preferences.ts';
import { createRunStore, type RunStore } from './runs.ts';
import { createStrategyStore, type StrategyStore } from './strategies.ts';

/** Everything the app remembers between sessions, except market data. */
export interface Store {
  readonly runs: RunStore;
  readonly strategies: StrategyStore;
  readonly preferences: PreferenceStore;
  readonly acceptances: AcceptanceStore;
  readonly audit: AuditLog;
  /** Where a damaged database was moved to when this one was started afresh, else null. */
  readonly recoveredFrom: string | null;
  close(): void;
}

/**
 * Opens the store in `folder` (created for its owner only when missing). Several processes may
 * have it open at once.
 * @throws {AppError} if the folder cannot be used or a newer Stratbox wrote the database.
 */
export function openStore(folder: string): Store {
  const { database, recoveredFrom } = openDatabase(folder);
  const audit = createAuditLog(database);
  if (recoveredFrom !== null) audit.append('store.recovered', { from: recoveredFrom });
  return {
    runs: createRunStore(database),
    strategies: createStrategyStore(database),
    preferences: createPreferenceStore(database),
    acceptances: createAcceptanceStore(database),
    audit,
    recoveredFrom,
    close: () => database.close(),
  };
}
