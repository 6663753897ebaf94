import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunRecord } from '../../../shared/contract/models/run.ts';
import { databaseFileName } from './open-database.ts';
import { openStore, type Store } from './open-store.ts';
import { exampleRecord } from './example-record.fixture.ts';

const noCurve = { time: floats(), equity: floats(), benchmark: floats() };
let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stratbox-runs-'));
  store = openStore(folder);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

describe('the history', () => {
  it('gives a run back whole, after the app was closed and opened again', () => {
    const record = exampleRecord();
    store.runs.save(record, noCurve);
    store.close();
    store = openStore(folder);
    expect(store.runs.read(record.summary.runId)).toEqual(record);
  });

  it('keeps every bit of the full curve', () => {
    const anyNumber = fc.double();
    fc.assert(
      fc.property(fc.array(fc.tuple(anyNumber, anyNumber, anyNumber)), (rows) => {
        const record = exampleRecord();
        const column = (index: 0 | 1 | 2) => Float64Array.from(rows, (row) => row[index]);
        const full = { time: column(0), equity: column(1), benchmark: column(2) };
        store.runs.save(record, full);
        expect(store.runs.readFullCurve(record.summary.runId)).toEqual(full);
      }),
      { numRuns: 30 },
    );
  });

  it('lists the newest first and knows the latest', () => {
    const [oldest, newest, middle] = [100, 300, 200].map((startedAt) => exampleRecord(startedAt));
    for (const record of [oldest, newest, middle] as RunRecord[]) store.runs.save(record, noCurve);
    expect(store.runs.list(2)).toEqual([newest?.summary, middle?.summary]);
    expect(store.runs.latest()).toBe(newest?.summary.runId);
  });

  it('finds the manifests of finished runs of the same source, the newest first', () => {
    const [old, recent, failed, foreign] = [100, 200, 300, 400].map((at) => exampleRecord(at));
    if (!old || !recent || !failed || !foreign) throw new Error('four records');
    const { sourceHash } = old.manifest;
    recent.manifest.decisionsHash = 'e'.repeat(64);
    failed.status = 'failed';
    foreign.manifest.sourceHash = 'f'.repeat(64);
    for (const record of [recent, old, failed, foreign]) store.runs.save(record, noCurve);
    expect(store.runs.manifestsOf(sourceHash)).toEqual([recent.manifest, old.manifest]);
  });

  it('forgets a run and its curve together', () => {
    const record = exampleRecord();
    store.runs.save(record, noCurve);
    expect(store.runs.remove(record.summary.runId)).toBe(true);
    expect(store.runs.remove(record.summary.runId)).toBe(false);
    expect(store.runs.read(record.summary.runId)).toBeUndefined();
    expect(store.runs.readFullCurve(record.summary.runId)).toBeUndefined();
    expect(store.runs.latest()).toBeUndefined();
  });

  it('does not know a run that never was', () => {
    expect(store.runs.read(randomUUID())).toBeUndefined();
    expect(store.runs.readFullCurve(randomUUID())).toBeUndefined();
  });

  it('never overwrites a run', () => {
    const record = exampleRecord();
    store.runs.save(record, noCurve);
    const forged = { ...record, source: 'forged' };
    expect(() => store.runs.save(forged, noCurve)).toThrow('in the history already');
    expect(store.runs.read(record.summary.runId)?.source).toBe(record.source);
  });

  it('keeps nothing of a record that could not be read back', () => {
    const record = exampleRecord();
    const broken = { ...record, timings: { ...record.timings, total: NaN } };
    expect(() => store.runs.save(broken, noCurve)).toThrow();
    expect(store.runs.list(10)).toEqual([]);
  });

  it('refuses curves whose columns differ in length', () => {
    const full = { ...noCurve, equity: floats(1) };
    expect(() => store.runs.save(exampleRecord(), full)).toThrow(RangeError);
  });
});

describe('a history file that was tampered with', () => {
  const tamper = (statement: string, ...values: (string | Uint8Array)[]) => {
    const database = new DatabaseSync(join(folder, databaseFileName));
    expect(database.prepare(statement).run(...values).changes).toBe(1);
    database.close();
  };

  it.each(['no JSON', '{"summary":{}}', '{"__proto__":{"admin":true}}'])(
    'gives an error a person can act on for the record %s',
    (text) => {
      const record = exampleRecord();
      store.runs.save(record, noCurve);
      tamper('UPDATE runs SET record = ?', text);
      expect(() => store.runs.read(record.summary.runId)).toThrow('is damaged in the history');
    },
  );

  it('does not show one run under the id of another', () => {
    const record = exampleRecord();
    store.runs.save(record, noCurve);
    tamper('UPDATE runs SET record = ?', JSON.stringify(exampleRecord()));
    expect(() => store.runs.read(record.summary.runId)).toThrow('is damaged in the history');
  });

  it('still lists the other runs', () => {
    const [bad, good] = [exampleRecord(), exampleRecord()];
    store.runs.save(bad, noCurve);
    store.runs.save(good, noCurve);
    tamper('UPDATE runs SET summary = ? WHERE run_id = ?', '[]', bad.summary.runId);
    expect(store.runs.list(10)).toEqual([good.summary]);
  });

  it.each([7, 16])('refuses a curve with a column of %i bytes among empty ones', (length) => {
    const record = exampleRecord();
    store.runs.save(record, noCurve);
    tamper('UPDATE run_curves SET equity = ?', new Uint8Array(length));
    expect(() => store.runs.readFullCurve(record.summary.runId)).toThrow('is damaged');
  });
});

function floats(...values: number[]): Float64Array {
  return Float64Array.from(values);
}
