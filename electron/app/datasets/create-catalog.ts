import { basename, join, resolve } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Dataset } from '../../../shared/contract/models/workspace.ts';
import { createBarsCache } from './bars-cache.ts';
import { createDatasetFiles } from './dataset-files.ts';
import { describeDataset, type LoadedDataset } from './describe-dataset.ts';
import { hashBars } from './hash-bars.ts';
import { importContent } from './import-content.ts';
import { readTextFile } from './read-text-file.ts';
import { sampleDataset } from './sample.ts';
import { baseName, slugOf } from './slug.ts';

/** The data sets a strategy can run on. Loaded columns are shared: nobody may write to them. */
export interface Catalog {
  /** The built-in sample first, then imported ones by name. */
  list(): Dataset[];
  /** Takes a file's text into the catalog; data that is there already is not taken twice. */
  importFile(file: { fileName: string; content: string }): Dataset;
  /** @throws {AppError} for the built-in sample and for unknown ids. */
  remove(id: string): void;
  /** @throws {AppError} if there is no such data set or its file was changed. */
  load(id: string): LoadedDataset;
  /** Reads a file that is not to be kept. @throws {AppError} that says why it cannot be used. */
  loadPath(path: string): LoadedDataset;
}

export interface CatalogOptions {
  /** The app's data folder; the catalog keeps to a folder of its own inside. */
  readonly folder: string;
  /** Where the sample lies: `vega-datasets/data/sp500-2000.csv`. */
  readonly sampleFile: string;
}

const cacheBytes = 512_000_000;
const longestName = 120;

export function createCatalog({ folder, sampleFile }: CatalogOptions): Catalog {
  const files = createDatasetFiles(join(folder, 'datasets'));
  const cache = createBarsCache(cacheBytes);
  const list = () => [sampleDataset, ...files.list()];
  const find = (id: string) => (id === sampleDataset.id ? sampleDataset : files.find(id));

  const importFile = ({ fileName, content }: { fileName: string; content: string }) => {
    const imported = importContent(content, fileName);
    const described = describeDataset(imported, {
      id: '',
      name: nameOf(fileName),
      origin: `Imported from ${basename(fileName)}`,
    });
    const known = list();
    const same = known.find(({ hash }) => hash === described.hash);
    if (same) return same;
    // Another window or the CLI may take the same id between looking and writing.
    const taken = new Set(known.map(({ id }) => id));
    for (;;) {
      const dataset = { ...described, id: slugOf(fileName, taken) };
      if (files.write(dataset, imported.bars)) return dataset;
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
      const read = () => (dataset.builtIn ? readSample(sampleFile) : files.readBars(dataset));
      return { dataset, bars: cache.get(`${dataset.symbol} ${dataset.hash}`, read) };
    },

    loadPath(path) {
      const imported = importContent(readTextFile(path), path);
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

function readSample(sampleFile: string) {
  const { bars } = importContent(readTextFile(sampleFile), sampleFile);
  if (hashBars(bars) === sampleDataset.hash) return { ...bars, symbol: sampleDataset.symbol };
  throw new AppError(
    'conflict',
    `The built-in data of "${sampleDataset.name}" was changed: ${sampleFile}.`,
    'Install Stratbox again.',
  );
}

function unknown(id: string): never {
  throw new AppError(
    'not-found',
    `There is no data set "${id.slice(0, 60)}".`,
    'Choose one of the catalog, or name the path of a CSV file.',
  );
}
