import { describe, expect, it } from 'vitest';
import { openTestApp, runRequest, strategyWith } from '../testing/open-test-app.ts';
import { loadMarket } from './load-market.ts';

const source = strategyWith('');
const csv = (name: string, rows: readonly string[]) => ({
  fileName: `${name}.csv`,
  content: ['date,open,high,low,close,adjclose,volume', ...rows].join('\n'),
});
/** A split of two for one on the third day. */
const split = csv('split', [
  '2020-01-02,10,12,8,10,5,100',
  '2020-01-03,10,12,8,11,5.5,100',
  '2020-01-06,5,7,4,6,6,200',
]);

describe('the market of a run', () => {
  it('has the main instrument first and a clock of all their times', async () => {
    const { app } = await openTestApp();
    const request = runRequest(source, { datasetId: 'goog', moreDatasetIds: ['msft', 'ibm'] });
    const { market, datasets } = loadMarket(app.catalog, request);
    expect(datasets.map(({ symbol }) => symbol)).toEqual(['GOOG', 'MSFT', 'IBM']);
    expect(market.time).toHaveLength(123);
    expect(market.instruments[0]?.bars.time).toHaveLength(68);
  });

  it('takes each instrument once', async () => {
    const { app } = await openTestApp();
    const request = runRequest(source, { datasetId: 'msft', moreDatasetIds: ['msft'] });
    expect(() => loadMarket(app.catalog, request)).toThrow('are both of MSFT');
  });

  it('gives exactly the tables that were chosen, each once', async () => {
    const { app } = await openTestApp();
    const ids = ['one', 'two'].map(
      (name) => app.catalog.importFile({ fileName: name, content: `symbol,${name}\nA,1\n` }).id,
    );
    const given = (tableIds: string[]) =>
      loadMarket(app.catalog, runRequest(source, { tableIds })).tables.map(
        ({ dataset }) => dataset.id,
      );
    expect(given([])).toEqual([]);
    expect(given(['two', 'two'])).toEqual(['two']);
    expect(given(ids)).toEqual(ids);
    expect(() => given(['sp500'])).toThrow('holds bars; it is no table');
    expect(() => loadMarket(app.catalog, runRequest(source, { datasetId: 'one' }))).toThrow(
      'is a table; a run needs bars',
    );
  });

  it('is at adjusted or at raw prices, never at both', async () => {
    const { app } = await openTestApp();
    const { id, hasAdjusted, hash } = app.catalog.importFile(split);
    expect(hasAdjusted).toBe(true);
    const closes = (prices: 'raw' | 'adjusted') => {
      const { market } = loadMarket(app.catalog, runRequest(source, { datasetId: id, prices }));
      return [...(market.instruments[0]?.bars.close ?? [])];
    };
    expect(closes('raw')).toEqual([10, 11, 6]);
    expect(closes('adjusted')).toEqual([5, 5.5, 6]);
    const other = { ...split, content: split.content.replace(',5.5,', ',5.4,') };
    expect(app.catalog.importFile(other).hash).not.toBe(hash);
  });

  it('makes longer bars and keeps the loaded ones to decide inside them', async () => {
    const { app } = await openTestApp();
    const { market } = loadMarket(app.catalog, runRequest(source, { interval: 'monthly' }));
    const [spx] = market.instruments;
    expect(spx?.bars.time).toHaveLength(244);
    expect(spx?.finer?.time).toHaveLength(5105);
  });

  it('refuses to make shorter bars of the main instrument, and leaves the others as they are', async () => {
    const { app } = await openTestApp();
    const request = runRequest(source, { datasetId: 'msft', interval: 'daily' });
    expect(() => loadMarket(app.catalog, request)).toThrow('cannot be made of them');
    const more = runRequest(source, { moreDatasetIds: ['msft'], interval: 'weekly' });
    expect(loadMarket(app.catalog, more).market.instruments[1]?.finer).toBeUndefined();
  });

  it("counts sessions in the run's time zone", async () => {
    const { app } = await openTestApp();
    const base = runRequest(source);
    const settings = { ...base.settings, timeZone: 'America/New_York', sessionStart: 1080 };
    const { market } = loadMarket(app.catalog, { ...base, settings });
    // Five hours behind UTC in winter, and the day begins six hours before midnight.
    expect(market.sessions[0]?.offset).toBe((-5 + 6) * 3_600_000);
    expect(market.sessions.length).toBeGreaterThan(35);
    expect(market.sessions[1]?.from).toBe(Date.UTC(2000, 3, 2, 7));
  });

  it('says which data set has nothing in the period', async () => {
    const { app } = await openTestApp();
    const request = runRequest(source, {
      datasetId: 'msft',
      moreDatasetIds: ['goog'],
      from: '2000-01-01',
      to: '2003-12-31',
    });
    expect(() => loadMarket(app.catalog, request)).toThrow('Google monthly');
  });
});
