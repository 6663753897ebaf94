import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Bars } from '../../../shared/bars/bars.ts';
import { readStoredBytes, storedLength } from '../../../shared/bars/column-bytes.ts';
import { maximumTableBytes } from '../../../shared/bars/table-bytes.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { datasetSchema, type Dataset } from '../../../shared/contract/models/workspace.ts';
import { hashBytes, hashTable } from './hash-columns.ts';
import { datasetIdPattern } from './slug.ts';
import { writeSynced } from './write-synced.ts';

const descriptionFile = 'dataset.json';
const columnsFile = 'columns.bin';

/** Imported data on disk: a folder a data set, with its description and its columns. */
export interface DatasetFiles {
  /** All that can be read, by name. */
  list(): Dataset[];
  find(id: string): Dataset | undefined;
  /** Keeps the data set and its columns' bytes whole or not at all. False if its id is taken. */
  write(dataset: Dataset, bytes: Uint8Array): boolean;
  /** @throws {AppError} if the columns are not the ones that were imported. */
  readBars(dataset: Dataset): Bars;
  /** A table as it was stored. @throws {AppError} if it is not the one that was imported. */
  readTable(dataset: Dataset): Uint8Array;
  remove(id: string): void;
}

export function createDatasetFiles(folder: string): DatasetFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  removeUnfinished(folder);

  const find = (id: string): Dataset | undefined => {
    if (!datasetIdPattern.test(id)) return undefined;
    try {
      const text = readFileSync(join(folder, id, descriptionFile), 'utf8');
      const dataset = datasetSchema.parse(JSON.parse(text));
      // What lies in this folder was imported, whatever the file claims.
      return dataset.id === id ? { ...dataset, builtIn: false } : undefined;
    } catch {
      // Not there, or damaged: not in the catalog either way, and the others still are.
      return undefined;
    }
  };

  return {
    find,

    list: () =>
      readdirSync(folder)
        .map(find)
        .filter((dataset) => dataset !== undefined)
        .sort((a, b) => a.name.localeCompare(b.name, 'en')),

    write(dataset, bytes) {
      // The dot keeps a folder that is not finished out of the list.
      const unfinished = join(folder, `.${randomUUID()}`);
      try {
        mkdirSync(unfinished, { mode: 0o700 });
        writeSynced(join(unfinished, columnsFile), bytes);
        writeSynced(join(unfinished, descriptionFile), Buffer.from(JSON.stringify(dataset)));
        return renamed(unfinished, join(folder, dataset.id));
      } catch (error) {
        throw cannotKeep(dataset, error);
      } finally {
        rmSync(unfinished, { recursive: true, force: true });
      }
    },

    readBars(dataset) {
      const file = join(folder, dataset.id, columnsFile);
      try {
        // The size first: a file swapped for an endless one must not be read.
        if (statSync(file).size !== storedLength(dataset.barCount, dataset.hasAdjusted)) {
          throw new RangeError('its file has another size');
        }
        const bytes = readFileSync(file);
        if (hashBytes(bytes) !== dataset.hash) throw new RangeError('its hash differs');
        const { symbol, barCount, hasAdjusted } = dataset;
        return readStoredBytes(symbol, bytes, barCount, hasAdjusted);
      } catch (error) {
        throw changed(dataset, error);
      }
    },

    readTable(dataset) {
      const { id, columns, hash } = dataset;
      const file = join(folder, id, columnsFile);
      try {
        if (statSync(file).size > maximumTableBytes) {
          throw new RangeError('its file has another size');
        }
        const bytes = readFileSync(file);
        if (hashTable(columns, bytes) !== hash) throw new RangeError('its hash differs');
        return bytes;
      } catch (error) {
        throw changed(dataset, error);
      }
    },

    remove: (id) => rmSync(join(folder, id), { recursive: true, force: true }),
  };
}

/** What a crash left behind. Another process may be writing right now, so only what is old goes. */
function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith('.')) continue;
    const path = join(folder, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 3_600_000) rmSync(path, { recursive: true, force: true });
  }
}

/** False if the target exists: renaming a folder never replaces one that holds files. */
function renamed(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    // Each platform has another code for this.
    if (existsSync(to)) return false;
    throw error;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function cannotKeep({ name }: Dataset, error: unknown): AppError {
  return new AppError(
    'internal',
    `The data set "${name}" cannot be kept: ${messageOf(error)}.`,
    'Check that the disk is not full and that you may write to the data folder.',
  );
}

function changed({ name }: Dataset, error: unknown): AppError {
  return new AppError(
    'conflict',
    `The stored data of "${name}" is not what was imported: ${messageOf(error)}.`,
    'Remove the data set and import its file again.',
  );
}
