import { basename, join, resolve } from 'node:path';
import { storedBytes } from '../../../shared/bars/column-bytes.ts';
import { maximumTableBytes, tableToBytes } from '../../../shared/bars/table-bytes.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Dataset } from '../../../shared/contract/models/workspace.ts';
import type { ImportedBars } from '../../../shared/importers/importer.ts';
import { createBarsCache } from './bars-cache.ts';
import { createDatasetFiles } from './dataset-files.ts';
import { describeDataset, type LoadedDataset } from './describe-dataset.ts';
import { describeTable } from './describe-table.ts';
import { hashBars } from './hash-columns.ts';
import { importContent } from './import-content.ts';
import { readTextFile } from './read-text-file.ts';
import { samples, type Sample } from './samples.ts';
import { baseName, slugOf } from './slug.ts';

/** The bars a strategy can run on, and the tables it can be given. Loaded columns are shared: nobody may write to them. */
export interface Catalog {
  /** The built-in samples first, then imported ones by name. */
  list(): Dataset[];
  /** Takes a file's text into the catalog; data that is there already is not taken twice. */
  importFile(file: { fileName: string; content: string }): Dataset;
  /** @throws {AppError} for the built-in sample and for unknown ids. */
  remove(id: string): void;
  /** Bars. @throws {AppError} if there are none of this id or their file was changed. */
  load(id: string): LoadedDataset;
  /** @throws {AppError} if there is no such table or its file was changed. */
  loadTable(id: string): LoadedTable;
  /** Reads a file of bars that is not to be kept. @throws {AppError} that says why it cannot be used. */
  loadPath(path: string): LoadedDataset;
}

/** A table together with what the catalog says about it. */
export interface LoadedTable {
  readonly dataset: Dataset;
  /** See `tableToBytes`. */
  readonly bytes: Uint8Array;
}

export interface CatalogOptions {
  /** The app's data folder; the catalog keeps to a folder of its own inside. */
  readonly folder: string;
  /** Where the samples lie: `vega-datasets/data`. */
  readonly sampleFolder: string;
}

const cacheBytes = 512_000_000;
const longestName = 120;

export function createCatalog({ folder, sampleFolder }: CatalogOptions): Catalog {
  const files = createDatasetFiles(join(folder, 'datasets'));
  const cache = createBarsCache(cacheBytes);
  const list = () => [...samples.map(({ dataset }) => dataset), ...files.list()];
  const sampleOf = (id: string) => samples.find(({ dataset }) => dataset.id === id);
  const find = (id: string) => sampleOf(id)?.dataset ?? files.find(id);

  const importFile = ({ fileName, content }: { fileName: string; content: string }) => {
    const imported = importContent(content, fileName);
    const told = {
      id: '',
      name: nameOf(fileName),
      origin: `Imported from ${basename(fileName)}`,
    };
    const bytes = 'table' in imported ? tableToBytes(imported.table) : storedBytes(imported.bars);
    if ('table' in imported) refuseLarge(told.name, bytes);
    const described =
      'table' in imported ? describeTable(imported, bytes, told) : describeDataset(imported, told);
    const known = list();
    const same = known.find(({ hash }) => hash === described.hash);
    if (same) return same;
    // Another window or the CLI may take the same id between looking and writing.
    const taken = new Set(known.map(({ id }) => id));
    for (;;) {
      const dataset = { ...described, id: slugOf(fileName, taken) };
      if (files.write(dataset, bytes)) return dataset;
      taken.add(dataset.id);
    }
  };

  return {
    list,
    importFile,

    remove(id) {
      const dataset = find(id) ?? unknown(id);
      if (dataset.builtIn) {
        throw new AppError(
          'bad-input',
          `"${dataset.name}" is built in and cannot be removed.`,
          'Only imported data sets can be removed.',
        );
      }
      files.remove(dataset.id);
    },

    load(id) {
      const dataset = find(id) ?? unknown(id);
      if (dataset.kind === 'table') throw notBars(dataset);
      const sample = sampleOf(id);
      const read = () =>
        sample === undefined ? files.readBars(dataset) : readSample(sample, sampleFolder);
      return { dataset, bars: cache.get(`${dataset.symbol} ${dataset.hash}`, read) };
    },

    loadTable(id) {
      const dataset = find(id) ?? unknown(id);
      if (dataset.kind !== 'table') {
        throw new AppError(
          'bad-input',
          `"${dataset.name}" holds bars; it is no table.`,
          'Run on it as an instrument, or choose a table.',
        );
      }
      return { dataset, bytes: files.readTable(dataset) };
    },

    loadPath(path) {
      const imported = importBars(readTextFile(path), path);
      const origin = `File ${resolve(path)}`;
      const id = slugOf(path, new Set(list().map((dataset) => dataset.id)));
      return {
        dataset: describeDataset(imported, { id, name: nameOf(path), origin }),
        bars: imported.bars,
      };
    },
  };
}

function nameOf(fileName: string): string {
  return baseName(fileName).slice(0, longestName) || 'Data';
}

function readSample({ file, rowsOf, dataset }: Sample, folder: string) {
  const path = join(folder, file);
  const [header, ...rows] = readTextFile(path).split('\n');
  const kept = rowsOf === undefined ? rows : rows.filter((row) => row.startsWith(`${rowsOf},`));
  const { bars } = importBars([header, ...kept].join('\n'), path);
  if (hashBars(bars) === dataset.hash) return { ...bars, symbol: dataset.symbol };
  throw new AppError(
    'conflict',
    `The built-in data of "${dataset.name}" was changed: ${path}.`,
    'Install Stratbox again.',
  );
}

function importBars(content: string, path: string): ImportedBars {
  const imported = importContent(content, path);
  if ('bars' in imported) return imported;
  throw new AppError(
    'bad-input',
    `${path}: the file holds a table; it has no bars to run on.`,
    'A file of bars has a date and prices: date,open,high,low,close,volume.',
  );
}

function refuseLarge(name: string, { length }: Uint8Array): void {
  if (length <= maximumTableBytes) return;
  const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
  throw new AppError(
    'too-large',
    `The table "${name}" takes ${megabytes(length)} MB; at most ${megabytes(maximumTableBytes)} MB can be kept.`,
    'Keep the columns and the period that you need.',
  );
}

function notBars({ name }: Dataset): AppError {
  return new AppError(
    'bad-input',
    `"${name}" is a table; a run needs bars.`,
    'Choose bars as its data, and give it the table as one of its tables.',
  );
}

function unknown(id: string): never {
  throw new AppError(
    'not-found',
    `There is no data set "${id.slice(0, 60)}".`,
    'Choose one of the catalog, or name the path of a CSV file.',
  );
}
