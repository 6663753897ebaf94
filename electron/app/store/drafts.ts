import type { DatabaseSync } from 'node:sqlite';

/** No reference to the strategies: the drafts of built-in examples are kept here as well. */
export const draftTables = `
  CREATE TABLE drafts (
    strategy_id TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    updated_at INTEGER NOT NULL
  ) STRICT;
`;

export interface DraftStore {
  read(strategyId: string): string | null;
  /** The ids of all strategies and examples with unsaved edits. */
  ids(): Set<string>;
  keep(strategyId: string, source: string): void;
  drop(strategyId: string): void;
}

/** Unsaved edits, so that closing the window loses nothing. */
export function createDraftStore(database: DatabaseSync): DraftStore {
  const select = database.prepare('SELECT source FROM drafts WHERE strategy_id = ?');
  const selectIds = database.prepare('SELECT strategy_id FROM drafts');
  const upsert = database.prepare(`
    INSERT INTO drafts (strategy_id, source, updated_at) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET source = excluded.source, updated_at = excluded.updated_at`);
  const remove = database.prepare('DELETE FROM drafts WHERE strategy_id = ?');
  return {
    read(strategyId) {
      const source = select.get(strategyId)?.['source'];
      return typeof source === 'string' ? source : null;
    },
    ids: () => new Set(selectIds.all().map((row) => String(row['strategy_id']))),
    keep(strategyId, source) {
      upsert.run(strategyId, source, Date.now());
    },
    drop(strategyId) {
      remove.run(strategyId);
    },
  };
}
