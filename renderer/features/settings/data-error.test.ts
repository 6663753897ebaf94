import { describe, expect, it } from 'vitest';
import { defaultPreferences, type Dataset } from '../../../shared/contract/models/workspace.ts';
import { canBecome, dataError, periodErrors } from './data-error.ts';

const dataset = (id: string, changes: Partial<Dataset> = {}): Dataset => ({
  kind: 'bars',
  id,
  name: `Data of ${id}`,
  symbol: id.toUpperCase(),
  origin: '',
  interval: 'daily',
  barCount: 100,
  firstTime: Date.parse('2000-01-03'),
  lastTime: Date.parse('2020-04-17'),
  hash: '',
  columns: [],
  builtIn: true,
  warnings: [],
  hasAdjusted: false,
  ...changes,
});
const datasets = [dataset('sp500'), dataset('gold'), dataset('copy', { symbol: 'GOLD' })];
const tables = [dataset('trades', { kind: 'table', interval: '' })];
const errorOf = (changes: Partial<typeof defaultPreferences>) =>
  dataError({ ...defaultPreferences, ...changes }, { datasets, tables });

describe('dataError', () => {
  it('has nothing against what can be run, nor before the data is known', () => {
    expect(
      errorOf({
        moreDatasetIds: ['gold', 'sp500'],
        benchmarkDatasetId: 'copy',
        tableIds: ['trades'],
      }),
    ).toBe('');
    expect(dataError({ ...defaultPreferences, datasetId: 'x' }, { datasets: [], tables: [] })).toBe(
      '',
    );
  });

  it.each([
    [{ datasetId: 'gone' }, 'Data set: Choose one.'],
    [{ moreDatasetIds: ['gone'] }, 'The data set "gone" is gone.'],
    [{ moreDatasetIds: ['gold', 'copy'] }, '"Data of gold" and "Data of copy" are both of GOLD.'],
    [{ benchmarkDatasetId: 'gone' }, 'The data set of the benchmark, "gone", is gone.'],
    [{ tableIds: ['trades', 'gone'] }, 'The table "gone" is gone.'],
    [{ datasetId: 'trades' }, 'Data set: Choose one.'],
    [{ interval: 'hourly' as const }, 'Bars that are daily cannot be made hourly.'],
    [{ from: '2021-01-01' }, 'The data runs from 2000-01-03 to 2020-04-17.'],
  ])('names what is wrong with %o', (changes, message) => {
    expect(errorOf(changes)).toBe(message);
  });
});

describe('canBecome', () => {
  it.each([
    ['1 minute', 'hourly', true],
    ['30 minutes', 'hourly', true],
    ['240 minutes', 'hourly', false],
    ['240 minutes', 'daily', true],
    ['daily', 'weekly', true],
    ['daily', 'daily', false],
    ['monthly', 'as-loaded', true],
    ['irregular', 'daily', true],
  ] as const)('%s bars to %s: %s', (interval, wanted, possible) => {
    expect(canBecome(dataset('x', { interval }), wanted)).toBe(possible);
  });
});

describe('periodErrors', () => {
  const outside = 'The data runs from 2000-01-03 to 2020-04-17.';
  it.each([
    ['', '', '', ''],
    ['2010-01-01', '2012-01-01', '', ''],
    ['2012-01-01', '2010-01-01', '', 'To lies before From.'],
    ['2021-01-01', '', outside, ''],
    ['', '1999-12-31', '', outside],
    ['2010-01-01', '1999-12-31', '', outside],
  ])('of %j to %j are %j and %j, each at its own field', (from, to, wrongFrom, wrongTo) => {
    expect(periodErrors({ from, to }, dataset('sp500'))).toEqual({ from: wrongFrom, to: wrongTo });
  });
});
