import type { MetricDefinition } from '../definition.ts';
import { excursionNote, noExcursions } from '../excursions.ts';
import { figure } from '../figure.ts';

export const bestFavorableExcursion: MetricDefinition = {
  id: 'best_favorable_excursion',
  label: 'Best MFE',
  group: 'Trades',
  unit: 'percent',
  formula:
    'the furthest price in favor of a closed trade / its entry price, the best of all; the entry and the exit bar count whole, which is optimistic: prices before the entry or after the exit may be in it',
  source: 'J. Sweeney, Maximum Adverse Excursion (1997)',
  examples: [
    {
      given: {
        equity: [100, 100, 100, 100],
        lows: [95, 90, 97, 50],
        highs: [101, 104, 108, 200],
        trades: [
          { entryPrice: 100, exitTime: Date.UTC(2001, 0, 3) },
          { direction: 'short', entryPrice: 100, exitTime: Date.UTC(2001, 0, 2) },
        ],
      },
      arithmetic: 'long: 108 / 100 − 1 = 8%; short: 1 − 90 / 100 = 10%',
      value: 0.1,
    },
    {
      given: { trades: [{ symbol: 'OTHER' }] },
      arithmetic: 'no bars of that instrument',
      value: null,
    },
    { given: {}, arithmetic: 'no trade', value: null },
  ],
  compute({ closedTrades, excursions: { favorable } }) {
    const problem = noExcursions(closedTrades.length, favorable.length);
    if (problem) return problem;
    return figure(
      favorable.reduce((found, value) => Math.max(found, value), 0),
      excursionNote(closedTrades.length, favorable.length),
    );
  },
};
