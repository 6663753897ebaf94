import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { bytesToFloats, floatsToBytes } from '../../../shared/bars/column-bytes.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import {
  manifestSchema,
  runRecordSchema,
  runSummarySchema,
  type Manifest,
  type RunRecord,
  type RunSummary,
} from '../../../shared/contract/models/run.ts';
import { inTransaction } from './transaction.ts';

export const runTables = `
  CREATE TABLE runs (
    run_id TEXT PRIMARY KEY,
    started_at INTEGER NOT NULL,
    status TEXT NOT NULL,
    source_hash TEXT NOT NULL,
    summary TEXT NOT NULL,
    manifest TEXT NOT NULL,
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX runs_by_start ON runs (started_at);
  CREATE INDEX runs_by_source ON runs (source_hash, status);
  CREATE TABLE run_curves (
    run_id TEXT PRIMARY KEY REFERENCES runs ON DELETE CASCADE,
    time BLOB NOT NULL,
    equity BLOB NOT NULL,
    benchmark BLOB NOT NULL
  ) STRICT;
`;

/** One value a bar, all of the same length; empty for a run without a result. */
export interface FullCurve {
  readonly time: Float64Array;
  readonly equity: Float64Array;
  readonly benchmark: Float64Array;
}

export interface RunStore {
  /** @throws {AppError} if a run with this id is kept already: history is not overwritten. */
  save(record: RunRecord, full: FullCurve): void;
  /** The newest first; `limit` counts runs. */
  list(limit: number): RunSummary[];
  /** @throws {AppError} if the stored record is damaged. */
  read(runId: string): RunRecord | undefined;
  /** Every bar of the curve of which the record holds a sample. */
  readFullCurve(runId: string): FullCurve | undefined;
  /** The manifests of the finished runs of exactly this source, the newest first. */
  manifestsOf(sourceHash: string): Manifest[];
  /** The id of the run started last. */
  latest(): string | undefined;
  /** False if there was none. */
  remove(runId: string): boolean;
}

const column = z.instanceof(Uint8Array).transform(bytesToFloats);
const curveRowSchema = z.object({ time: column, equity: column, benchmark: column });

/** The history: every run whole, as JSON for the record and as binary columns for the full curve. */
export function createRunStore(database: DatabaseSync): RunStore {
  const newestFirst = 'ORDER BY started_at DESC, rowid DESC LIMIT ?';
  const exists = database.prepare('SELECT 1 FROM runs WHERE run_id = ?');
  const insertRun = database.prepare(
    `INSERT INTO runs (run_id, started_at, status, source_hash, summary, manifest, record)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertCurve = database.prepare(
    'INSERT INTO run_curves (run_id, time, equity, benchmark) VALUES (?, ?, ?, ?)',
  );
  const selectSummaries = database.prepare(`SELECT summary FROM runs ${newestFirst}`);
  const selectNewest = database.prepare(`SELECT run_id FROM runs ${newestFirst}`);
  const selectRecord = database.prepare('SELECT record FROM runs WHERE run_id = ?');
  const selectCurve = database.prepare('SELECT * FROM run_curves WHERE run_id = ?');
  const selectManifests = database.prepare(
    `SELECT manifest FROM runs WHERE source_hash = ? AND status = 'done' ${newestFirst}`,
  );
  const deleteRun = database.prepare('DELETE FROM runs WHERE run_id = ?');

  return {
    save(record, { time, equity, benchmark }) {
      if (equity.length !== time.length || benchmark.length !== time.length) {
        throw new RangeError('The columns of a full curve must have the same length');
      }
      // What could not be read back must not be kept: JSON turns NaN into null without a word.
      const { summary, status, manifest } = runRecordSchema.parse(record);
      inTransaction(database, () => {
        if (exists.get(summary.runId)) {
          throw new AppError(
            'conflict',
            'A run with this id is in the history already.',
            'Start a new run.',
          );
        }
        insertRun.run(
          summary.runId,
          summary.startedAt,
          status,
          manifest.sourceHash,
          JSON.stringify(summary),
          JSON.stringify(manifest),
          JSON.stringify(record),
        );
        const bytes = [time, equity, benchmark].map(floatsToBytes) as [
          Uint8Array,
          Uint8Array,
          Uint8Array,
        ];
        insertCurve.run(summary.runId, ...bytes);
      });
    },

    // A damaged line is left out rather than hiding all the others.
    list: (limit) =>
      selectSummaries
        .all(limit)
        .map((row) => parseAs(runSummarySchema, row['summary']))
        .filter((summary) => summary !== undefined),

    read(runId) {
      const row = selectRecord.get(runId);
      if (!row) return undefined;
      const record = parseAs(runRecordSchema, row['record']);
      if (record?.summary.runId !== runId) throw damaged();
      return record;
    },

    readFullCurve(runId) {
      const row = selectCurve.get(runId);
      if (!row) return undefined;
      try {
        const curve = curveRowSchema.parse(row);
        const sizes = new Set([curve.time.length, curve.equity.length, curve.benchmark.length]);
        if (sizes.size === 1) return curve;
      } catch {
        // Whatever is wrong with the stored columns, the answer is the same.
      }
      throw damaged();
    },

    manifestsOf: (sourceHash) =>
      selectManifests
        .all(sourceHash, 100)
        .map((row) => parseAs(manifestSchema, row['manifest']))
        .filter((manifest) => manifest !== undefined),

    latest: () => selectNewest.get(1)?.['run_id'] as string | undefined,
    remove: (runId) => deleteRun.run(runId).changes > 0,
  };
}

function parseAs<Schema extends z.ZodType>(schema: Schema, text: unknown) {
  try {
    return schema.parse(JSON.parse(String(text)));
  } catch {
    // Not JSON, or not of this shape: damaged either way.
    return undefined;
  }
}

function damaged(): AppError {
  return new AppError(
    'internal',
    'This run is damaged in the history and cannot be shown.',
    'Remove it from the history and run the strategy again.',
  );
}
