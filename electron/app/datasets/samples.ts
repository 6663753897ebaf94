import type { Dataset } from '../../../shared/contract/models/workspace.ts';

/** A data set that every installation has, from a file of the vega-datasets package. */
export interface Sample {
  readonly dataset: Dataset;
  readonly file: string;
  /** The file holds several instruments; this one's rows are meant. */
  readonly rowsOf?: string;
}

const closesOnly = [
  'The file has closes only: open, high and low are set to the close, so an order filled at the next open gets the next close.',
  'There is no volume column: the volume is 0 in every bar.',
];

/**
 * What the catalog says about the samples was computed once and is held to the files by a test, so
 * that starting the app reads no data; the hashes are checked on loading.
 */
export const samples: readonly Sample[] = [
  {
    file: 'sp500-2000.csv',
    dataset: {
      kind: 'bars',
      id: 'sp500',
      name: 'S&P 500 daily (2000-2020)',
      symbol: 'SPX',
      origin: 'Built in: vega-datasets, sp500-2000.csv',
      interval: 'daily',
      barCount: 5105,
      firstTime: Date.UTC(2000, 0, 3),
      lastTime: Date.UTC(2020, 3, 17),
      hash: '9b7bba9da019c3d86653fb739632dce429de92dc36897c493169ce5d7ab46fb2',
      columns: [],
      builtIn: true,
      warnings: [],
      hasAdjusted: false,
    },
  },
  stock('AAPL', 'Apple', 'c5a9499ba13f712debcfdb04438d701eaa843193529525a99a8a644568cf6afe'),
  stock('AMZN', 'Amazon', 'f4df45f1ea9b93e78736a9ed7e66faabe6e57883e6df4325a19f98d1a348c377'),
  stock(
    'GOOG',
    'Google',
    '57fd3a696f200ce30eb7c5ade1eb212524f5222286abe7679adb2b801ef8aa2c',
    2004,
    7,
  ),
  stock('IBM', 'IBM', '2870a7c894c002c99c2e753e0dc8e31f87add9dc6c2b900858cde203d83061ae'),
  stock('MSFT', 'Microsoft', 'e9cf060000a4248174061b7e62ce9ac2dd6bb8d672b3794d3de86eb64a1c4f49'),
];

function stock(symbol: string, company: string, hash: string, year = 2000, month = 0): Sample {
  const last = Date.UTC(2010, 2, 1);
  return {
    file: 'stocks.csv',
    rowsOf: symbol,
    dataset: {
      kind: 'bars',
      id: symbol.toLowerCase(),
      name: `${company} monthly (${year}-2010)`,
      symbol,
      origin: 'Built in: vega-datasets, stocks.csv, closes only',
      interval: 'monthly',
      barCount: (2010 - year) * 12 + 3 - month,
      firstTime: Date.UTC(year, month, 1),
      lastTime: last,
      hash,
      columns: [],
      builtIn: true,
      warnings: closesOnly,
      hasAdjusted: false,
    },
  };
}
