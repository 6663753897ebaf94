import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bytesToTable } from '../../../shared/bars/table-bytes.ts';
import { datasetSchema } from '../../../shared/contract/models/workspace.ts';
import { errorOf, sampleFolder } from './catalog.fixture.ts';
import { createCatalog, type Catalog } from './create-catalog.ts';

let folder: string;
let catalog: Catalog;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stratbox-tables-'));
  catalog = createCatalog({ folder, sampleFolder });
});
afterEach(() => rmSync(folder, { recursive: true }));
const columnsOf = (id: string) => join(folder, 'datasets', id, 'columns.bin');

describe('a table of the catalog', () => {
  const bars = 'date,close\n2020-01-02,1\n2020-01-03,2\n';
  const table = 'time,side,quantity,price\n2024-01-05,sell,2,10\n2024-01-02,buy,2,9.5\n';

  it('is imported by the same call, and kept for the next start', () => {
    const dataset = catalog.importFile({ fileName: 'Trades 2024.csv', content: table });
    expect(datasetSchema.parse(dataset)).toEqual({
      kind: 'table',
      id: 'trades-2024',
      name: 'Trades 2024',
      symbol: '',
      origin: 'Imported from Trades 2024.csv',
      interval: '',
      barCount: 2,
      firstTime: Date.UTC(2024, 0, 2),
      lastTime: Date.UTC(2024, 0, 5),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      columns: [
        { name: 'time', kind: 'time' },
        { name: 'side', kind: 'text' },
        { name: 'quantity', kind: 'number' },
        { name: 'price', kind: 'number' },
      ],
      builtIn: false,
      hasAdjusted: false,
      warnings: [expect.stringContaining('Read as a table')],
    });
    const next = createCatalog({ folder, sampleFolder });
    expect(next.list().at(-1)).toEqual(dataset);
    const { bytes } = next.loadTable(dataset.id);
    const read = bytesToTable(bytes, dataset.columns, dataset.barCount);
    expect(read.columns[1]?.values).toEqual(['sell', 'buy']);
    expect(read.columns[3]?.values).toEqual(Float64Array.of(10, 9.5));
  });

  it('is taken once, and is another one under other names of its columns', () => {
    const { id } = catalog.importFile({ fileName: 'a.csv', content: table });
    expect(catalog.importFile({ fileName: 'b.csv', content: `${table}\n` }).id).toBe(id);
    const renamed = table.replace('quantity', 'size');
    expect(catalog.importFile({ fileName: 'b.csv', content: renamed }).id).toBe('b');
  });

  it('has no period where it has no times', () => {
    const content = 'symbol,limit\nAAPL,5\n';
    expect(catalog.importFile({ fileName: 'limits.csv', content })).toMatchObject({
      firstTime: 0,
      lastTime: 0,
    });
  });

  it('is no data to run on, and bars are no table', () => {
    const { id } = catalog.importFile({ fileName: 'a.csv', content: table });
    expect(errorOf(() => catalog.load(id)).message).toBe('"a" is a table; a run needs bars.');
    expect(errorOf(() => catalog.loadTable('sp500')).message).toContain('it is no table');
    catalog.importFile({ fileName: 'bars.csv', content: bars });
    expect(errorOf(() => catalog.loadTable('bars')).message).toContain('holds bars');
    expect(errorOf(() => catalog.loadTable('../x')).code).toBe('not-found');
    const path = join(folder, 'mine.csv');
    writeFileSync(path, table);
    expect(errorOf(() => catalog.loadPath(path)).message).toContain('the file holds a table');
  });

  it.each([
    ['a changed value', (file: string) => writeFileSync(file, readFileSync(file).fill(1, 3, 5))],
    ['a shorter file', (file: string) => truncateSync(file, 20)],
    ['an endless file', (file: string) => truncateSync(file, 1e12)],
    ['no file', (file: string) => rmSync(file)],
    [
      'other names of its columns',
      (file: string) => {
        const described = join(file, '..', 'dataset.json');
        writeFileSync(described, readFileSync(described, 'utf8').replace('"price"', '"profit"'));
      },
    ],
  ])('does not load with %s', (_, tamper) => {
    const { id } = catalog.importFile({ fileName: 'a.csv', content: table });
    tamper(columnsOf(id));
    expect(errorOf(() => catalog.loadTable(id)).message).toContain('is not what was imported');
  });

  it('is removed like bars', () => {
    const { id } = catalog.importFile({ fileName: 'a.csv', content: table });
    catalog.remove(id);
    expect(errorOf(() => catalog.loadTable(id)).code).toBe('not-found');
  });
});
