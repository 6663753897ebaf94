import type { Dataset } from '../../../shared/contract/models/workspace.ts';

/**
 * The data set that every installation has. What the catalog says about it was computed once and is
 * held to the file by a test, so that starting the app reads no data; the hash is checked on loading.
 */
export const sampleDataset: Dataset = {
  id: 'sp500',
  name: 'S&P 500 daily (2000-2020)',
  symbol: 'SPX',
  origin: 'Built in: vega-datasets, sp500-2000.csv',
  interval: 'daily',
  barCount: 5105,
  firstTime: Date.UTC(2000, 0, 3),
  lastTime: Date.UTC(2020, 3, 17),
  hash: '9b7bba9da019c3d86653fb739632dce429de92dc36897c493169ce5d7ab46fb2',
  builtIn: true,
  warnings: [],
};
