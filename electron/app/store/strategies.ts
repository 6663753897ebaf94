import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { AppError } from '../../../shared/contract/errors.ts';
import {
  strategyDocumentSchema,
  strategySummarySchema,
  type saveStrategySchema,
  type StrategyDocument,
  type StrategySummary,
} from '../../../shared/contract/models/workspace.ts';
import { createDraftStore, draftTables, type DraftStore } from './drafts.ts';
import { demandRevision, revisionOf } from './revision.ts';
import { inTransaction } from './transaction.ts';
import { unusedName } from './unused-name.ts';

export const strategyTables = `
  CREATE TABLE strategies (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    description TEXT NOT NULL,
    source TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    removed_at INTEGER
  ) STRICT;
  ${draftTables}
`;

/** The words about a strategy that lists show are the caller's to find; they default to none. */
export type StrategyToSave = z.output<typeof saveStrategySchema> & { description?: string };

interface Based {
  readonly revision?: string | undefined;
  readonly savedText?: string | undefined;
}

export interface StrategyStore {
  /** Every saved strategy that is not removed, by name. */
  list(): StrategySummary[];
  read(id: string): StrategyDocument | undefined;
  /** Creates (no id; a name in use gets a number) or overwrites, and drops the draft it replaces. */
  save(strategy: StrategyToSave): StrategyDocument;
  /** @throws {AppError} conflict when another strategy has the name, in any case of its letters. */
  rename(id: string, name: string): StrategySummary;
  /** Can be undone by `restore`. */
  remove(id: string): void;
  restore(id: string): StrategySummary;
  /** Unsaved edits by strategy id; those of examples are kept here too. */
  readonly drafts: DraftStore;
  /**
   * Keeps unsaved edits; null, or the text that is saved already, drops them. `savedText` is an
   * example's own. @returns the new revision. @throws {AppError} conflict, when based on another one.
   */
  saveDraft(id: string, draft: string | null, based?: Based): string;
}

const rowSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    language: z.string(),
    description: z.string(),
    source: z.string(),
    updated_at: z.number(),
    draft: z.string().nullable(),
  })
  .transform(({ updated_at, draft, ...rest }) => ({
    ...rest,
    kind: 'saved',
    updatedAt: updated_at,
    draft,
    hasDraft: draft !== null,
    revision: revisionOf({ source: rest.source, draft }),
  }))
  .pipe(strategyDocumentSchema);

/** The library: the analyst's own strategies. Calls with an unknown id throw a `not-found` AppError. */
export function createStrategyStore(database: DatabaseSync): StrategyStore {
  const drafts = createDraftStore(database);
  const select = `
    SELECT strategies.*, drafts.source AS draft
    FROM strategies LEFT JOIN drafts ON drafts.strategy_id = strategies.id
    WHERE removed_at IS NULL`;
  const selectAll = database.prepare(`${select} ORDER BY name COLLATE NOCASE, id`);
  const selectOne = database.prepare(`${select} AND id = ?`);
  const insert = database.prepare(
    'INSERT INTO strategies (name, language, description, source, updated_at, id) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const update = database.prepare(
    'UPDATE strategies SET name = ?, language = ?, description = ?, source = ?, updated_at = ? WHERE id = ? AND removed_at IS NULL',
  );
  const setName = database.prepare(
    'UPDATE strategies SET name = ? WHERE id = ? AND removed_at IS NULL',
  );
  const setRemoved = database.prepare(
    'UPDATE strategies SET removed_at = ? WHERE id = ? AND removed_at IS NULL',
  );
  const setRestored = database.prepare('UPDATE strategies SET removed_at = NULL WHERE id = ?');

  // A damaged row is left out rather than hiding all the others.
  const list = () =>
    selectAll
      .all()
      .map((row) => rowSchema.safeParse(row).data)
      .filter((strategy) => strategy !== undefined)
      .map((strategy) => strategySummarySchema.parse(strategy));
  const read = (id: string) => {
    const row = selectOne.get(id);
    if (!row) return undefined;
    const parsed = rowSchema.safeParse(row);
    if (!parsed.success) throw damaged();
    return parsed.data;
  };
  const demand = (id: string) => read(id) ?? fail();
  const summaryOf = (id: string) => strategySummarySchema.parse(demand(id));

  return {
    list,
    read,
    drafts,
    save: ({ id, name, language, source, revision, description = '' }) =>
      inTransaction(database, () => {
        if (id !== undefined) demandRevision(read(id), revision);
        const savedId = id ?? randomUUID();
        const savedName = id === undefined ? unusedName(name, list()) : name;
        const statement = id === undefined ? insert : update;
        const { changes } = statement.run(
          savedName,
          language,
          description,
          source,
          Date.now(),
          savedId,
        );
        if (changes === 0) fail();
        drafts.drop(savedId);
        return demand(savedId);
      }),
    rename: (id, name) =>
      inTransaction(database, () => {
        const others = list().filter((strategy) => strategy.id !== id);
        if (unusedName(name, others) !== name) throw nameInUse(name);
        if (setName.run(name, id).changes === 0) fail();
        return summaryOf(id);
      }),
    remove(id) {
      if (setRemoved.run(Date.now(), id).changes === 0) fail();
    },
    restore(id) {
      if (setRestored.run(id).changes === 0) fail();
      return summaryOf(id);
    },
    saveDraft: (id, draft, { revision, savedText } = {}) =>
      inTransaction(database, () => {
        const source = savedText ?? read(id)?.source;
        const stored = source === undefined ? undefined : { source, draft: drafts.read(id) };
        demandRevision(stored, revision);
        const kept = draft === source ? null : draft;
        if (kept === null) drafts.drop(id);
        else drafts.keep(id, kept);
        return revisionOf({ source: source ?? '', draft: kept });
      }),
  };
}

function fail(): never {
  throw new AppError(
    'not-found',
    'This strategy is not in the library any more.',
    'Save it under a new name to keep it.',
  );
}

function nameInUse(name: string): AppError {
  return new AppError(
    'conflict',
    `There is another strategy with the name “${name}”.`,
    'Choose a name of its own.',
  );
}

function damaged(): AppError {
  return new AppError(
    'internal',
    'This strategy is damaged in the library and cannot be opened.',
    'Remove it and save the strategy again.',
  );
}
