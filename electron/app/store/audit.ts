import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

/** REPLACE INTO deletes without telling the delete trigger, hence a trigger of its own. */
export const auditTables = `
  CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    event TEXT NOT NULL,
    detail TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
  CREATE TRIGGER audit_is_never_replaced BEFORE INSERT ON audit
    WHEN NEW.id IN (SELECT id FROM audit)
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
  CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
`;

const rowSchema = z.object({
  id: z.number(),
  at: z.number(),
  event: z.string(),
  detail: z.string().transform(readDetail),
});
export type AuditEntry = z.output<typeof rowSchema>;

export interface AuditLog {
  /** `event` is `domain.verb` in the past tense; `detail` must survive JSON. */
  append(event: string, detail: object): void;
  /** The newest entries first. */
  list(limit: number): AuditEntry[];
  newest(event: string): AuditEntry | undefined;
  /** The newest entries of these kinds first. */
  listOf(events: readonly string[], limit: number): AuditEntry[];
}

/** What was allowed, run and accepted, by whom it may concern later. The database refuses changes. */
export function createAuditLog(database: DatabaseSync): AuditLog {
  const insert = database.prepare('INSERT INTO audit (at, event, detail) VALUES (?, ?, ?)');
  const newest = database.prepare('SELECT * FROM audit ORDER BY id DESC LIMIT ?');
  const newestOf = database.prepare('SELECT * FROM audit WHERE event = ? ORDER BY id DESC LIMIT 1');
  const newestAmong = database.prepare(
    'SELECT * FROM audit WHERE event IN (SELECT value FROM json_each(?)) ORDER BY id DESC LIMIT ?',
  );
  return {
    append(event, detail) {
      insert.run(Date.now(), event, JSON.stringify(detail));
    },
    list: (limit) => newest.all(limit).map((row) => rowSchema.parse(row)),
    newest(event) {
      const row = newestOf.get(event);
      return row === undefined ? undefined : rowSchema.parse(row);
    },
    listOf: (events, limit) =>
      newestAmong.all(JSON.stringify(events), limit).map((row) => rowSchema.parse(row)),
  };
}

/** An entry whose detail is damaged still counts as an entry: what is readable is shown. */
function readDetail(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { unreadable: text };
  }
}
