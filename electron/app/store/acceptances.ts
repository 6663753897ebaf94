import type { DatabaseSync } from 'node:sqlite';
import { recordedAcceptanceSchema } from '../../../shared/contract/models/validation.ts';
import type { RecordedAcceptance } from '../../../shared/contract/models/validation.ts';

export const acceptanceTables = `
  CREATE TABLE acceptances (
    source_hash TEXT PRIMARY KEY,
    acceptance TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/** The newest acceptance of each text, by the text's hash. Who accepted what when is in the audit log. */
export interface AcceptanceStore {
  find(sourceHash: string): RecordedAcceptance | undefined;
  keep(acceptance: RecordedAcceptance): void;
  remove(sourceHash: string): void;
}

export function createAcceptanceStore(database: DatabaseSync): AcceptanceStore {
  const select = database.prepare('SELECT acceptance FROM acceptances WHERE source_hash = ?');
  const upsert = database.prepare(
    'INSERT INTO acceptances (source_hash, acceptance) VALUES (?, ?) ON CONFLICT DO UPDATE SET acceptance = excluded.acceptance',
  );
  const remove = database.prepare('DELETE FROM acceptances WHERE source_hash = ?');
  return {
    find(sourceHash) {
      const row = select.get(sourceHash);
      return row === undefined ? undefined : readAcceptance(String(row['acceptance']), sourceHash);
    },
    keep: (acceptance) => void upsert.run(acceptance.sourceHash, JSON.stringify(acceptance)),
    remove: (sourceHash) => void remove.run(sourceHash),
  };
}

/** One that is damaged, or of another text than it is kept for, accepts nothing: the person is asked again. */
function readAcceptance(text: string, sourceHash: string): RecordedAcceptance | undefined {
  try {
    const parsed = recordedAcceptanceSchema.safeParse(JSON.parse(text));
    return parsed.success && parsed.data.sourceHash === sourceHash ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
