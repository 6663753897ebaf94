import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { datasetSchema } from '../../../shared/contract/models/workspace.ts';
import { errorOf, sampleFolder } from './catalog.fixture.ts';
import { createCatalog, type Catalog } from './create-catalog.ts';
import { describeDataset } from './describe-dataset.ts';
import { hashBars } from './hash-columns.ts';

const content = 'date,open,high,low,close,volume\n2020-01-02,1,3,1,2,9\n2020-01-03,2,3,1,2,9\n';
const other = content.replace(',9\n', ',8\n');
let folder: string;
let catalog: Catalog;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stratbox-datasets-'));
  catalog = createCatalog({ folder, sampleFolder });
});
afterEach(() => rmSync(folder, { recursive: true }));
const columnsOf = (id: string) => join(folder, 'datasets', id, 'columns.bin');

describe('the built-in sample', () => {
  it('is there at first start and is described truly', () => {
    const ids = catalog.list().map(({ id }) => id);
    expect(ids).toEqual(['sp500', 'aapl', 'amzn', 'goog', 'ibm', 'msft']);
    for (const id of ids) {
      const { dataset, bars } = catalog.load(id);
      const told = { id, name: dataset.name, origin: dataset.origin };
      const warnings = id === 'sp500' ? [] : dataset.warnings;
      const read = describeDataset({ bars, warnings }, told);
      expect(dataset).toEqual({ ...read, builtIn: true });
      expect(hashBars(bars)).toBe(dataset.hash);
    }
    expect(catalog.load('sp500').bars.symbol).toBe('SPX');
  });

  it('costs the start of the app no reading', () => {
    const elsewhere = createCatalog({ folder, sampleFolder: '/no/such' });
    expect(elsewhere.list()).toHaveLength(6);
    expect(errorOf(() => elsewhere.load('sp500')).code).toBe('not-found');
  });

  it('is refused when its file was changed', () => {
    writeFileSync(join(folder, 'sp500-2000.csv'), content);
    const forged = createCatalog({ folder, sampleFolder: folder });
    expect(errorOf(() => forged.load('sp500')).message).toContain('was changed');
  });

  it('cannot be removed or replaced', () => {
    expect(errorOf(() => catalog.remove('sp500')).message).toContain('built in');
    mkdirSync(join(folder, 'datasets', 'sp500'));
    const imported = catalog.importFile({ fileName: 'sp500.csv', content });
    expect(imported).toMatchObject({ id: 'sp500-2', builtIn: false });
    expect(catalog.list()).toHaveLength(7);
  });
});

describe('importing', () => {
  it('keeps the data for the next start', () => {
    const dataset = catalog.importFile({ fileName: 'C:\\data\\Crude Öl (WTI).csv', content });
    expect(datasetSchema.parse(dataset)).toMatchObject({
      id: 'crude-ol-wti',
      name: 'Crude Öl (WTI)',
      symbol: 'CRUDE ÖL (WTI)',
      barCount: 2,
      builtIn: false,
    });
    const next = createCatalog({ folder, sampleFolder });
    expect(next.list()).toEqual(catalog.list());
    expect([...next.load(dataset.id).bars.volume]).toEqual([9, 9]);
    expect(hashBars(next.load(dataset.id).bars)).toBe(dataset.hash);
  });

  it('takes the same data once, whatever its file is called', () => {
    const first = catalog.importFile({ fileName: 'a.csv', content });
    expect(catalog.importFile({ fileName: 'b.csv', content: `${content}\n` })).toEqual(first);
    const sample = readFileSync(join(sampleFolder, 'sp500-2000.csv'), 'utf8');
    expect(catalog.importFile({ fileName: 'mine.csv', content: sample }).id).toBe('sp500');
    expect(catalog.list()).toHaveLength(7);
  });

  it('gives different data of the same name another id', () => {
    catalog.importFile({ fileName: 'a.csv', content });
    expect(catalog.importFile({ fileName: 'a.csv', content: other }).id).toBe('a-2');
  });

  it.each(['../../etc/passwd', '...', 'CON.csv', '😀.csv', '-rf .csv', 'a'.repeat(255)])(
    'makes a harmless folder of the name %s',
    (fileName) => {
      const { id } = catalog.importFile({ fileName, content });
      expect(id).toMatch(/^[a-z0-9][a-z0-9-]{0,63}$/);
      expect(readdirSync(join(folder, 'datasets'))).toEqual([id]);
      expect(readdirSync(folder)).toEqual(['datasets']);
      expect(id).not.toBe('con');
    },
  );

  it('names the file, the row and the column of what is wrong, and keeps nothing', () => {
    const broken = content.replace('2020-01-03,2', '2020-01-03,two');
    const error = errorOf(() => catalog.importFile({ fileName: 'broken.csv', content: broken }));
    expect(error.toShape()).toEqual({
      code: 'bad-input',
      message: 'broken.csv: Row 3, column "open": "two" is not a number.',
      hint: 'Correct the value or remove the row.',
    });
    expect(errorOf(() => catalog.importFile({ fileName: 'e.csv', content: '' })).message).toBe(
      'e.csv: The file is empty.',
    );
    expect(readdirSync(join(folder, 'datasets'))).toEqual([]);
  });

  it('tells what is unusual about the data', () => {
    const split = content.replace(/2020-01-03.*/, '2020-03-03,9,9,9,9,0');
    const { warnings } = catalog.importFile({ fileName: 'a.csv', content: split });
    expect(warnings.join(' ')).toContain('without volume');
  });
});

describe('what a crash left unfinished', () => {
  it('is never listed, and goes once it is old', () => {
    const [old, young] = ['.old', '.young'].map((name) => join(folder, 'datasets', name));
    for (const path of [old, young] as string[]) mkdirSync(path);
    utimesSync(old as string, new Date(0), new Date(0));
    expect(createCatalog({ folder, sampleFolder }).list()).toHaveLength(6);
    expect(readdirSync(join(folder, 'datasets'))).toEqual(['.young']);
  });
});

describe('removing', () => {
  it('forgets the data', () => {
    const { id } = catalog.importFile({ fileName: 'a.csv', content });
    catalog.load(id);
    catalog.remove(id);
    expect(catalog.list()).toHaveLength(6);
    expect(errorOf(() => catalog.load(id)).code).toBe('not-found');
    expect(readdirSync(join(folder, 'datasets'))).toEqual([]);
  });

  it.each(['../datasets', '..', '.', '', 'a/b', 'nothing', '__proto__'])(
    'refuses the id %j',
    (id) => {
      expect(errorOf(() => catalog.remove(id)).code).toBe('not-found');
      expect(errorOf(() => catalog.load(id)).code).toBe('not-found');
      expect(statSync(join(folder, 'datasets')).isDirectory()).toBe(true);
    },
  );
});

describe('a data folder that was tampered with', () => {
  it.each([
    ['a changed value', (file: string) => writeFileSync(file, readFileSync(file).fill(1, 50, 60))],
    ['a shorter file', (file: string) => truncateSync(file, 48)],
    ['an endless file', (file: string) => truncateSync(file, 1e12)],
    ['no file', (file: string) => rmSync(file)],
  ])('does not load %s', (_, tamper) => {
    const { id } = catalog.importFile({ fileName: 'a.csv', content });
    tamper(columnsOf(id));
    const error = errorOf(() => catalog.load(id));
    expect(error.message).toContain('is not what was imported');
    expect(error.hint).toContain('import its file again');
  });

  it.each(['no JSON', '{}', '[]'])('leaves out a description of %s', (text) => {
    const { id } = catalog.importFile({ fileName: 'a.csv', content });
    writeFileSync(join(folder, 'datasets', id, 'dataset.json'), text);
    expect(catalog.list()).toHaveLength(6);
  });

  it('does not believe a copy that calls itself built in, or by another id', () => {
    const dataset = catalog.importFile({ fileName: 'a.csv', content });
    const home = join(folder, 'datasets', 'a');
    cpSync(home, join(folder, 'datasets', 'b'), { recursive: true });
    writeFileSync(join(home, 'dataset.json'), JSON.stringify({ ...dataset, builtIn: true }));
    expect(catalog.list().slice(6)).toEqual([dataset]);
  });
});

describe('a path instead of a data set', () => {
  it('reads the file and keeps nothing', () => {
    const path = join(folder, 'mine.csv');
    writeFileSync(path, content);
    const { dataset, bars } = catalog.loadPath(path);
    expect(dataset).toMatchObject({ id: 'mine', name: 'mine', origin: `File ${path}` });
    expect(bars.time.length).toBe(2);
    expect(catalog.list()).toHaveLength(6);
  });

  it('says what is wrong with the path', () => {
    const missing = join(folder, 'nothing.csv');
    expect(errorOf(() => catalog.loadPath(missing))).toMatchObject({
      code: 'not-found',
      message: `There is no file "${missing}".`,
    });
    expect(errorOf(() => catalog.loadPath(folder)).message).toContain('is a folder');
    const large = join(folder, 'large.csv');
    writeFileSync(large, '');
    truncateSync(large, 600_000_000);
    expect(errorOf(() => catalog.loadPath(large))).toMatchObject({ code: 'too-large' });
  });

  it('refuses a device, which would never end', () => {
    if (process.platform === 'win32') return;
    expect(errorOf(() => catalog.loadPath('/dev/zero')).message).toContain('no ordinary file');
  });

  it('says so when the file may not be read', () => {
    // The superuser may read everything.
    if (process.platform === 'win32' || process.getuid?.() === 0) return;
    const path = join(folder, 'secret.csv');
    writeFileSync(path, content);
    chmodSync(path, 0);
    expect(errorOf(() => catalog.loadPath(path)).message).toContain('may not read');
  });

  it('says so when the text is not UTF-8', () => {
    const path = join(folder, 'latin.csv');
    writeFileSync(path, Buffer.from(content.replace('date,', 'date,größe,'), 'latin1'));
    expect(errorOf(() => catalog.loadPath(path)).message).toContain('Row 1: there are characters');
  });
});
